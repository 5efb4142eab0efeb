import type { Word } from '../words/words.ts';

const speechVerb =
  'say|said|tell|told|think|believe|claim|argue|(?<!of )state|announce|comment|remark|add|warn|stress|insist|suggest|declare|mention|promise|propose|demand|want|call for|ask for|respond|react|respond to|react to|reply|emphasi[sz]e|urge|deny|predict|explain|criticise|criticize';

const speechForms: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:what|how)\s+(?:else\s+)?(?:did|does|do|has|have|had|is|was|are|were|will|would)\s+(?<speaker>.+?)\s+(?<verb>${speechVerb}|saying|said|told|called for|demanding|wanting|proposing)\b`,
    'iu',
  ),
  /\bwhat\s+(?:is|was|are|were)\s+(?<speaker>.+?)(?:['’]s?|s['’])\s+(?<verb>position|view|views|stance|opinion|reaction|response|message|demand|demands)\b/iu,
  /\bwhat\s+(?:is|was|are|were)\s+the\s+(?<verb>position|view|views|stance|opinion|reaction|response|message|demand|demands)\s+of\s+(?<speaker>.+?)(?=\s+(?:on|about|to|towards?|regarding)\b|\s*\?|$)/iu,
];

/** General verbs of saying, which an answer words in its own way. */
export const plainSpeech =
  /^(?:say|said|tell|told|think|believe|claim|argue|state|comment|remark|add|mention|respond|react|reply|saying|position|views?|stance|opinion|reaction|response|message|stress|emphasi[sz]e|explain|declare|announce)/i;

/** The speaker of "what did X say about Y", and the verb when it is a general one that an answer need not hold. */
export function speechOf(
  text: string,
  words: readonly Word[],
): { readonly speaker: readonly Word[]; readonly verb: Word | undefined } | undefined {
  for (const form of speechForms) {
    const groups = form.exec(text)?.groups;
    const speaker = groups?.['speaker'];
    const verb = groups?.['verb'];
    if (speaker === undefined || verb === undefined) continue;
    const start = text.indexOf(speaker, text.search(/what|how/i) + 4);
    const said = words.filter(
      (word) => word.start >= start && word.start < start + speaker.length && word.weight !== 'stop',
    );
    if (said.length === 0 || said.length > 6) continue;
    const verbAt = text.indexOf(verb, start + speaker.length > text.length ? 0 : Math.max(0, start));
    return { speaker: said, verb: plainSpeech.test(verb) ? words.find((word) => word.start === verbAt) : undefined };
  }
  return undefined;
}
