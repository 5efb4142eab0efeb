import { speechVerbs } from '../reading/english/speech.ts';

const nameless = String.raw`(?:sources?|insiders?|(?:people|persons?|officials?|diplomats?|aides?) (?:familiar|close|briefed|with knowledge)\b)`;
const says = `(?:${[...speechVerbs].join('|')})`;
const speaking = new RegExp(
  [
    String.raw`\b${nameless}[^,.;]{0,60}?\s${says}\b`,
    String.raw`\b${says}(?:\s\S+){0,4}?\s${nameless}(?=[,.;"”’]|$|\s(?:close|familiar|with|in|at|from|who)\b)`,
    String.raw`\baccording to(?:\s\S+){0,4}?\s${nameless}`,
    String.raw`\b(?:a|an|one)(?: (?:senior|western|european|military|government|diplomatic|\p{Lu}[\p{L}.]*))* (?:official|diplomat|aide)(?: who[^,.;]{1,60})? ${says}\b`,
    String.raw`\bon (?:the )?condition of anonymity\b|\bnot to be (?:named|identified)\b|\bnot authori[sz]ed to speak\b`,
  ].join('|'),
  'iu',
);

/** Whether a sentence tells something on the word of somebody without a name: "a source said", "on condition of anonymity". */
export function isAnonymous(sentence: string): boolean {
  return speaking.test(sentence);
}
