/** British endings that American spelling writes otherwise; words that only look alike ("four", "promise") are not in the lists. */
const rules: readonly (readonly [RegExp, string])[] = [
  [
    /^((?:un|dis|mis|re)?(?:arm|behavi|clam|col|demean|endeav|fav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig))our/,
    '$1or',
  ],
  [
    /^((?:un|dis|de|re|over)?(?:american|apolog|author|capital|categor|central|character|civil|colon|critic|custom|democrat|demoral|digit|econom|emphas|energ|equal|european|final|formal|general|global|hospital|immun|industrial|institutional|intern|international|jeopard|legal|legitim|liberal|local|marginal|material|maxim|memor|mil?itar|minim|mobil|modern|monopol|national|neutral|normal|optim|organ|patron|penal|polar|politic|popular|prior|privat|public|radical|real|recogn|revital|revolution|scrutin|social|special|stabil|standard|summar|symbol|sympath|synchron|terror|util|vandal|victim|visual|weapon|western))is(?=e|i|a)/,
    '$1iz',
  ],
  [/^(cent|theat|met|lit|fib|calib|spect|kilomet|centimet)re(s?)$/, '$1er$2'],
  [/^(anal|paral|catal)ys(?=e|i)/, '$1yz'],
  [/^programme(s?)$/, 'program$1'],
  [/^(cancel|travel|label|model|signal|fuel|total|level|counsel|quarrel|rival)l(?=ed|ing|er)/, '$1'],
];

/** A lower-case word in American spelling: "favour" and "favor" are one word to whoever asks. */
export function americanSpelling(word: string): string {
  for (const [british, american] of rules) if (british.test(word)) return word.replace(british, american);
  return word;
}
