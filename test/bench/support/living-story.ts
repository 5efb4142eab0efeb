import type { ArticleDraft } from '../../../src/core/articles/article.ts';

/** The moment at which the story stands; what is held was published over the weeks before. */
export const livingNow = Date.parse('2025-06-30T12:00:00Z');
const weeks = 12;

const people = [
  'Ilse Brandt',
  'Otto Lamm',
  'Mara Holm',
  'Jonas Berg',
  'Petra Vogel',
  'Henrik Dahl',
  'Nora Falk',
  'Karl Weiss',
];
const roles = ['mayor', 'minister', 'police chief', 'engineer', 'spokesperson', 'governor'];
const towns = ['Tallholm', 'Brackwater', 'Northmere', 'Eastfield', 'Lindau', 'Graven', 'Harrow Point', 'Silverton'];
const things = ['flood', 'bridge', 'harbour', 'ferry', 'power station', 'hospital', 'railway', 'reservoir'];
const deeds = ['displaced', 'injured', 'cut off', 'helped', 'evacuated', 'surprised'];

/** An invented article: the same for the same number and size, and with others on its subject. */
export function livingDraft(number: number, size: number): ArticleDraft {
  const draw = drawing(number);
  const published = livingNow - (Math.max(0, size - number) / size) * weeks * 7 * 86_400_000 - 3_600_000;
  const sentences = Array.from({ length: 12 }, () => sentenceOf(draw));
  return {
    title: `${draw(towns)} ${draw(things)}: what ${draw(people)} says`,
    text: [sentences.slice(0, 4), sentences.slice(4, 8), sentences.slice(8)].map((some) => some.join(' ')).join('\n\n'),
    publisher: `The ${draw(towns)} Paper`,
    published: new Date(published).toISOString(),
  };
}

type Draw = <T>(from: readonly T[]) => T;

function sentenceOf(draw: Draw): string {
  const [person, role, town, thing] = [draw(people), draw(roles), draw(towns), draw(things)];
  const count = draw([12, 40, 120, 300, 1_200, 2_500]);
  return draw([
    `The ${thing} in ${town} ${draw(deeds)} ${count} people, the ${role} ${person} said.`,
    `“We will rebuild the ${thing} before the winter,” ${person} told reporters in ${town}.`,
    `${person} denied that the ${thing} in ${town} had been closed for ${count} days.`,
    `The ${role} of ${town} plans to reopen the ${thing} on ${draw([3, 9, 14, 21])} July 2025.`,
    `According to ${person}, repairs to the ${thing} cost ${count} million euros.`,
    `Nobody in ${town} knows why the ${thing} failed, residents said on Monday.`,
  ]);
}

/** Draws by a fixed rule. */
function drawing(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e_37_79_b1) >>> 0;
  return (from) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c_1b_3c_6d) + 0x3c_6e_f3_72) >>> 0;
    const drawn = from[(state >>> 8) % from.length];
    if (drawn === undefined) throw new Error('there is nothing to draw from');
    return drawn;
  };
}
