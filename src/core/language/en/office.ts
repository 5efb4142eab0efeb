const formerly =
  /^(?:former|formerly|ex|then|late|outgoing|onetime|erstwhile|ousted|deposed|previous|past|retired|predecessor|defeated)$/;
const notYet = /^(?:designate|elect|candidate|nominee|incoming|future|would-be|aspiring|hopeful)$/;
const inPlaceOf = /^(?:deputy|vice|acting|interim|assistant|associate|under|caretaker|co)$/;

/** Words that say that somebody has not, or not wholly, the office they qualify: "former", "deputy", "acting", "elect". */
export function qualifiesOffice(word: string): boolean {
  const lower = word.toLowerCase();
  return formerly.test(lower) || notYet.test(lower) || inPlaceOf.test(lower);
}

/** The words before an office that say so, and are not asked for: of "Long-serving former treasurer" none holds "treasurer". */
export function heldOtherwise(office: string, asked: string): boolean {
  const words = asked.toLowerCase().split(/[^\p{L}]+/u);
  return office
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => qualifiesOffice(word) && !words.includes(word));
}

/** Whether a sentence says of the person named last before `at` that another came after them: "succeeded Anna Holm as". */
export function isSucceeded(before: string): boolean {
  return /\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|takes? over from|took over from|ousted|defeated|unseated)\s+(?:\p{Lu}[\p{L}.]*\s+){0,3}$/u.test(
    before,
  );
}
