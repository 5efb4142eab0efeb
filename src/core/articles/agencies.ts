import type { Article } from './article.ts';

/** News agencies, by each of the names under which outlets credit them. */
const agencies = new Map(
  [
    ['Reuters', 'Thomson Reuters'],
    ['AP', 'Associated Press'],
    ['AFP', 'Agence France-Presse', 'Agence France Presse'],
    ['dpa', 'DPA', 'Deutsche Presse-Agentur'],
    ['PA', 'PA Media', 'Press Association'],
    ['EFE', 'EPA-EFE'],
    ['ANSA', 'Ansa'],
    ['TASS', 'Tass'],
    ['Interfax', 'Interfax-Ukraine'],
    ['Ukrinform'],
    ['UNIAN'],
    ['Xinhua'],
    ['Kyodo', 'Kyodo News'],
    ['Anadolu', 'Anadolu Agency'],
    ['PAP'],
    ['APA'],
    ['Belga'],
    ['ANP'],
    ['UPI'],
    ['Bloomberg'],
  ].flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);

const anyName = `(${[...agencies.keys()].toSorted((left, right) => right.length - left.length).join('|')})`;
/**
 * Lines that say where the text is from. "According to Reuters", "told AFP" say it of one fact in it, and are none.
 */
const credit = new RegExp(
  [
    // A dateline or a signature: "PARIS (Reuters) -", "PARIS, Feb 17 (AP)", "© AFP".
    String.raw`[(/©]\s*${anyName}\s*(?:[)/]|$)`,
    String.raw`^(?:by |source: |von |from )?(?:the )?${anyName}(?: staff)?\s*$`,
    String.raw`\b(?:with|and|from|reporting by|mit|avec|von)(?: material from| material von)? (?:the )?${anyName}\.?\s*$`,
    String.raw`\b${anyName} contributed\b`,
  ].join('|'),
  'gmu',
);

/** The agencies that an article comes from or credits: its publisher, and those to which it credits its text. */
export function agenciesOf({ publisher, text }: Pick<Article, 'publisher' | 'text'>): ReadonlySet<string> {
  const found = new Set<string>();
  const own = agencies.get(publisher.replace(/^the /i, ''));
  if (own !== undefined) found.add(own);
  for (const match of text.matchAll(credit)) {
    const name = agencies.get(match.slice(1).find((group) => group !== undefined) ?? '');
    if (name !== undefined) found.add(name);
  }
  return found;
}
