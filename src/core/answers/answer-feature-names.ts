/** Features that say of a kind of word of the question how it is met, or what the question is like. */
const families =
  /^(?:share|name|number|superlative|first|last) (?:exact|stem|synonym|derived|near|titled|absent)$|^(?:asks|kind) [a-z-]+$|^other (?:number|name|word) (?:before|after)$/;

/** Every other feature by its name. */
const names: ReadonlySet<string> = new Set([
  ...['cover', 'near', 'missingNames', 'missingNamesNear', 'elsewhere', 'missing', 'pairs', 'typed', 'spanNear'],
  ...['focus', 'focusNear', 'lastWord', 'modifier', 'opposite', 'deed', 'onlyCall', 'score', 'content', 'toldByTitles'],
  ...['lostDenial', 'extraDenial', 'sharedDenial'],
  ...['it does not tell who did so', 'a name or number of the question is not there'],
  ...['no number counts what is asked for', 'no date, number, reason or place is there'],
  ...['asks late', 'asks after focus', 'is negated', 'log terms', 'names asked', 'numbers asked', 'superlative asked'],
  ...['absent unlike', 'most unlike', 'order turned', 'longest run', 'phrases kept', 'phrases broken', 'width of hits'],
  ...['hits in width', 'hit count', 'log words', 'wording of one', 'wording of two', 'wording of three'],
  ...['news count', 'news share', 'news before', 'news after', 'news between', 'news nearest', 'contrary word'],
  ...['names told', 'numbers told', 'spans told', 'bare before', 'bare after', 'other between', 'other name told'],
  ...['other number told', 'spelt nearly', 'added name before', 'added word before', 'same preposition'],
  ...['other preposition', 'preposition lost', 'preposition added'],
  ...['fit', 'margin', 'over chance', 'rivals', 'rival origins', 'article cover', 'article cover best'],
  ...['article cover mean', 'title cover', 'title cover best', 'title cover mean', 'titles tell', 'many'],
]);

/** What a feature is called that counts the more, the more sentences there are to choose from. */
export const amongMany = ', among many';

/** Whether the code gives a feature of this name: one renamed in the code and not in the model is found out, not left unweighed. */
export function isAnswerFeature(name: string): boolean {
  const plain = name.endsWith(amongMany) ? name.slice(0, -amongMany.length) : name;
  return names.has(plain) || families.test(plain);
}
