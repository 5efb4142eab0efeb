import { remembered } from '../text/remembered.ts';

/** Words that carry no news by themselves. */
const common: ReadonlySet<string> = new Set(
  `the and for that with was were are his her its their they them this those these has have had been will would could
  should from into over after before about which who whom what when where while than then also not but you your our out
  said says told say added just more most some such only other one two first last new there here how why can may might
  must being between during under against because since until very much many any all each both per via upon`.split(
    /\s+/,
  ),
);

/** The words of a sentence that carry its news, shortened so that their endings do not matter. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []) {
    const content = contentOf(word);
    if (content !== '') words.add(content);
  }
  return words;
}

const kept = 200_000;

/** A word shortened; nothing of one that carries no news. */
const contentOf = remembered((word) => {
  const hasFigure = /\d/.test(word);
  if ((word.length <= 2 && !hasFigure) || common.has(word)) return '';
  const bare = word.replace(/['’]s$/u, '');
  return hasFigure ? bare : bare.slice(0, 6);
}, kept);

/** How much two sets of words share: 0 nothing, 1 all (Jaccard index). */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  const union = left.size + right.size - shared;
  return union === 0 ? 0 : shared / union;
}
