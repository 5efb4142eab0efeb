import { stem } from '../words/stem.ts';
import { amount, amountPattern, mayGiveAmount } from './amounts.ts';

/** What is counted of people whom something befell. */
export type TollKind = 'dead' | 'injured' | 'missing' | 'displaced' | 'arrested';

/** How many people something befell, as a sentence tells it. */
export interface Toll {
  readonly kind: TollKind;
  readonly value: number;
  /** Who is counted: `person`, or the stem of a narrower word ("soldiers"). */
  readonly who: string;
  /** The words that give the number, as worded ("at least 31"), and where they stand in the sentence. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Said to be near, not exact. */
  readonly precision: 'exact' | 'rough';
}

interface Wording {
  readonly kind: TollKind;
  /** What is said of them: "12 people were …". */
  readonly state: string;
  /** What something did to them: "… 12 people". */
  readonly deed: string;
  /** "The number of …", and what they are called when counted: "12 …". */
  readonly noun: string;
}

const wordings: readonly Wording[] = [
  {
    kind: 'dead',
    state: 'died|dead|killed|drowned|perished|lost their lives|shot dead',
    deed: 'kill(?:s|ed|ing)?|claim(?:s|ed|ing)?(?: the lives of)?',
    noun: String.raw`dead|deaths|fatalities|people (?:who (?:have |had )?(?:died|been killed)|killed|dead)`,
  },
  {
    kind: 'injured',
    state: 'injured|hurt|wounded',
    deed: 'injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?',
    noun: 'injured|injuries|wounded',
  },
  {
    kind: 'missing',
    state: 'missing|unaccounted for',
    deed: 'looking for|searching for|search for',
    noun: 'missing',
  },
  {
    kind: 'displaced',
    state:
      'evacuated|displaced|left homeless|made homeless|fled|brought to safety|taken to safety|left their homes|fled their homes|lost their homes',
    deed: 'displac(?:es|ed|ing)|evacuat(?:es|ed|ing)',
    noun: 'displaced|evacuees',
  },
  {
    kind: 'arrested',
    state: 'arrested|detained',
    deed: 'arrest(?:s|ed|ing)|detain(?:s|ed|ing)',
    noun: 'arrests|arrested',
  },
];

/** Some of them, or ones besides: no total. */
const partly = /\b(?:more|other|others|another|further|of (?:them|the|those|whom)|every|each)\b/iu;
const counted = String.raw`(?: (?!(?:and|or|but|by|of|in|from|have|has|had|were|was|are|is|be|who|at|on|to|the)\b)[\p{L}’'-]+){0,3}`;
const aside = String.raw`(?:,[^,.;]{1,60},)?`;
const be = String.raw`(?: (?:have|has|had|were|was|are|is|remain|remained))(?: (?:now|also|still|all|already))?(?: (?:been|to be))?(?: (?:confirmed|reported|feared|presumed|still))?`;
const ends = String.raw`(?=\s*(?:$|[,.;:)–—]| (?:in|at|on|by|and|when|after|as|during|while|since|near)\b))`;
const growth = String.raw`[^.;,]{0,60}?(?: to| at| is| was| now| reached| reaches| hit| passed| of| stands at| rose to| :)`;

interface Form {
  readonly kind: TollKind;
  /** Most sentences tell of nothing such, and to see that takes a fraction of the time. */
  readonly trigger: RegExp;
  readonly form: RegExp;
}

const patterns = wordings.flatMap(({ kind, state, deed, noun }): Form[] => {
  const trigger = new RegExp(`${state}|${deed}|${noun}`, 'iu');
  return [
    pattern(String.raw`(?<counted>${counted})${aside}${be} (?:${state})\b`, 'behind'),
    pattern(String.raw`(?<counted>${counted}) (?:${state})${ends}`, 'behind'),
    pattern(String.raw`\b(?:${deed}) `, 'before'),
    pattern(String.raw`(?<counted>) (?:${noun})\b`, 'behind'),
    pattern(String.raw`\bnumber of (?:the )?(?:${noun})${growth} `, 'before'),
  ].map((form) => ({ kind, trigger, form }));
});
const special: readonly Form[] = [
  { kind: 'dead', trigger: /toll/iu, form: pattern(String.raw`\b(?:death )?toll${growth} `, 'before') },
  {
    kind: 'dead',
    trigger: /dead/iu,
    form: pattern(String.raw`\b(?:left|leaving|leaves) `, 'before', String.raw`${counted} dead\b`),
  },
  {
    kind: 'injured',
    trigger: /injured|wounded/iu,
    form: pattern(String.raw`\b(?:left|leaving|leaves) `, 'before', String.raw`${counted} (?:injured|wounded)\b`),
  },
];
const forms = [...patterns, ...special];

function pattern(words: string, place: 'before' | 'behind', tail = ''): RegExp {
  const source =
    place === 'before'
      ? `${words}(?<amount>${amountPattern})(?<counted>${counted})${tail}`
      : `(?<amount>${amountPattern})${words}`;
  return new RegExp(source, 'giud');
}

/** What is only feared or thought possible is no count. */
const supposed = /\b(?:may|might|could|would|feared|if|until|unless)\b/iu;

/** How many people a sentence says died, were hurt, are missing, lost their homes or were arrested: totals only, in order. */
export function tollsIn(text: string): Toll[] {
  if (!mayGiveAmount(text)) return [];
  const told = forms.filter(({ trigger }) => trigger.test(text));
  if (told.length === 0 || supposed.test(text)) return [];
  const found = new Map<TollKind, Toll>();
  for (const { kind, form } of told) {
    for (const match of text.matchAll(form)) {
      const span = match.indices?.groups?.['amount'];
      const words = match.groups?.['amount'] ?? '';
      const read = amount(words);
      if (span === undefined || read === undefined || found.has(kind)) continue;
      if (partly.test(match.groups?.['counted'] ?? '') || isPart(text, span)) continue;
      const who = whoIn(match.groups?.['counted'] ?? '');
      found.set(kind, { kind, ...read, who, words, start: span[0], end: span[1] });
    }
  }
  return [...found.values()].toSorted((left, right) => left.start - right.start);
}

const anybody = /^(?:people|persons?|lives|residents|victims|dead|deaths|casualties|others?|inhabitants|$)$/u;

/** The last of the words behind a number that is a noun by its form, or else the last one. */
function whoIn(words: string): string {
  const counted = words.toLowerCase().trim().split(/\s+/u);
  const noun =
    counted.find((word) => anybody.test(word)) ??
    counted.findLast((word) => /s$|^(?:men|women|children|police|staff)$/u.test(word));
  return noun === undefined || anybody.test(noun) ? 'person' : stem(noun);
}

/** "another 12", "by 12", "from 4": no total. "3 of the 12" counts some of them. */
function isPart(text: string, [start, end]: readonly [number, number]): boolean {
  const isYear =
    /^(?:19|20)\d\d$/.test(text.slice(start, end)) && /\b(?:in|since|of|during) $/iu.test(text.slice(0, start));
  return (
    isYear ||
    /\b(?:another|further|other|by|from|including|among them|aged) $/iu.test(text.slice(0, start)) ||
    /^ (?:more|others?|further|of (?:them|the|those|whom)|percent|per cent|years?|days?|hours?|weeks?|months?|minutes?)\b|^%/iu.test(
      text.slice(end),
    )
  );
}
