/** Nouns that with "the" and nothing behind mean what a sentence before told, in a pattern. */
export const toldNouns =
  'accusation|announcement|appeal|change|comments?|decision|declaration|denial|development|disclosure|episode|escalation|exchange|gesture|incident|initiative|inspection|measures?|message|move|order|pledge|proposal|reaction|rejection|remarks?|reply|request|response|revelation|ruling|shift|statement|step|threat|verdict|warning';

/** Nouns of events that go on for so long that a story knows them by "the". */
export const longEvents =
  'meeting|talks|discussions?|summit|negotiations|gathering|visit|two (?:leaders|sides|men|countries)';
