import { publishedDay, publishedMs } from '../articles/published.ts';
import type { Sentence } from '../articles/article.ts';
import type { DatedReading } from '../reading/reading.ts';
import type { HeldArticle } from './library.ts';
import type { SentenceAt } from './lines.ts';
import { tellSameMatter, type Matter, matterOf } from './matter.ts';

/** A sentence that says that what was planned will not be on its day. */
export interface PutOff extends SentenceAt {
  readonly how: 'put off' | 'called off' | 'moved' | 'off';
  /** yyyy-mm-dd: the day on which it was to be, and the one on which it is to be now, where the sentence gives them. */
  readonly from?: string;
  readonly to?: string;
  /** What was put off, as the sentence tells it, and with the names of the sentence before: "The visit has been put off." */
  readonly matters: readonly Matter[];
}

const later = String.raw`postpon(?:ed|es|ing)|put(?:s|ting)? off|deferr(?:ed|ing)|delay(?:ed|s|ing)|adjourn(?:ed|s|ing)`;
const never = String.raw`call(?:ed|s|ing)? off|cancel(?:l?ed|s|l?ing)|scrapp(?:ed|ing)|will (?:not|no longer) (?:take place|go ahead|be (?:held|needed|necessary))`;
const another = String.raw`reschedul(?:ed|es|ing)|push(?:ed|es|ing)? back|moved|shifted|brought forward|will now (?:take place|be held|begin|start)`;
/** "did not visit the town", "production will not resume": nobody says why, or until when. */
const off = String.raw`(?:will|would|did)(?: not|n[’']t| no longer) (?!be able|say|comment|give|know|want|think|rule|answer|respond|name|confirm)\p{Ll}{3,}|won[’']t \p{Ll}{3,}`;
const cue = new RegExp(
  String.raw`\b(?:(?<later>${later})|(?<never>${never})|(?<another>${another})|(?<off>${off}))\b`,
  'iu',
);
/** "was not postponed", "may be put off", "urged Holm to cancel": nobody says that it is so. */
const unreal =
  /\b(?:not|never|may|might|could|should|if|unless|whether|denie[sd]|deny|no plans?|refus\w+|declin\w+ to|reject\w+|rul\w+ out|consider\w*|threaten\w*|(?:ask|urg|want|hop|call|demand|press|advis)\w*(?: \p{L}+){0,4} (?:to|for|that))\b[^,;]*$|n[’']t\b[^,;]*$/iu;
const saying =
  /\b(?:said|says|told [^,;]{1,40}|announced|confirmed|reported|wrote|added|tweeted|posted)(?: late| early)?(?: on| in a statement on)? $/iu;
const meant =
  /\b(?:planned|scheduled|due|set|expected|meant|supposed|originally|earlier)(?: \p{Ll}+){0,3} $|\bfrom $/iu;
const target =
  /\b(?:to|until|till|for|now|instead)(?: (?:be held|take place|begin|start|next|this|late|early|on)){0,3} $/iu;
const reason = /[,;]|\b(?:because|after|as|since|due to|over|amid|owing|by)\b/iu;
const leadIn = /^.*\b(?:said|says|announced|confirmed|told [^,;]{1,40})(?: on \p{Lu}\p{Ll}+)?,? (?:that )?/iu;

/** Whatever an article says was put off, called off or moved to another day. */
export function putOffIn(held: HeldArticle): PutOff[] {
  if (!cue.test(held.article.text)) return [];
  return held.sentences.flatMap((sentence) => putOffAt(held, sentence) ?? []);
}

/** Whether a sentence says that something was put off, called off or moved; undefined when it does not. */
export function putOffAt(held: HeldArticle, sentence: Sentence): PutOff | undefined {
  const found = sentence.kind === 'body' ? cue.exec(sentence.text) : null;
  if (found === null || unreal.test(sentence.text.slice(0, found.index))) return undefined;
  const days = held.reading.dated
    .filter((dated) => dated.sentence === sentence.index && dated.precision === 'day')
    .map((dated) => ({ date: dated.date, role: roleOf(dated, found, { held, sentence }) }));
  const [from, to] = [days.find(({ role }) => role === 'from')?.date, days.find(({ role }) => role === 'to')?.date];
  const how = howOf(found);
  // "moved to Berlin": only a day makes it another day.
  if ((how === 'moved' && to === undefined) || (how === 'off' && from === undefined)) return undefined;
  return {
    held,
    sentence,
    how,
    ...(from !== undefined && { from }),
    ...(to !== undefined && to !== from && { to }),
    matters: mattersOf(subjectOf(sentence.text, found), { held, sentence }),
  };
}

function howOf({ groups }: RegExpExecArray): PutOff['how'] {
  if (groups?.['later'] !== undefined) return 'put off';
  if (groups?.['never'] !== undefined) return 'called off';
  return groups?.['off'] === undefined ? 'moved' : 'off';
}

/** What a day is to something that was put off: the day it was planned for, its new day, or the day on which this was said. */
function roleOf(dated: DatedReading, found: RegExpExecArray, { held, sentence }: SentenceAt): 'from' | 'to' | 'said' {
  const at = dated.words.start - sentence.start;
  const words = sentence.text.slice(0, at);
  if (saying.test(words)) return 'said';
  if (meant.test(words)) return 'from';
  if (at > found.index && target.test(words)) return 'to';
  const published = publishedDay(held.article);
  const isOwned = at < found.index && /^\p{L}+['’]s\b/u.test(sentence.text.slice(at));
  return isOwned || dated.date > published || found.groups?.['off'] !== undefined ? 'from' : 'said';
}

/** The words that tell what was put off: without who says so, and why it was. */
function subjectOf(text: string, found: RegExpExecArray): string {
  const end = found.index + found[0].length;
  const subject = text.slice(0, found.index).replace(leadIn, '');
  // "will not RESUME": the verb tells what it is.
  const verb = found.groups?.['off'] === undefined ? '' : (found[0].split(' ').at(-1) ?? '');
  return `${subject} ${verb} ${text.slice(end).split(reason, 1)[0] ?? ''}`;
}

function mattersOf(subject: string, { held: { sentences }, sentence: { index } }: SentenceAt): Matter[] {
  const own = matterOf(subject);
  const before = sentences[index - 1]?.text;
  return own.names.size > 0 || before === undefined ? [own] : [own, matterOf(subject, before)];
}

/** Whether what was put off is what a sentence tells of. */
export function isOfMatter({ matters, how }: PutOff, text: string): boolean {
  const full = matterOf(text);
  // So much "did not" happen that only a sentence all of whose words were planned tells of the plan.
  if (how === 'off')
    return matters
      .slice(0, 1)
      .some((own) => own.terms.size > 1 && [...own.terms].every((term) => full.terms.has(term)));
  return matters.some((matter) => tellSameMatter(matter, full));
}

/** Whether what was put off is what another sentence, published no later, had planned for a day. */
export function putsOff(notice: PutOff, planned: SentenceAt & { readonly date: string }): boolean {
  if (planned.sentence === notice.sentence || publishedMs(planned.held.article) > publishedMs(notice.held.article))
    return false;
  if (notice.to === planned.date || notice.held.article.id === planned.held.article.id) return false;
  if (notice.from === undefined && planned.date < publishedDay(notice.held.article)) return false;
  if (notice.from !== undefined && notice.from !== planned.date) return false;
  return isOfMatter(notice, planned.sentence.text);
}
