import { capitalisedRun, type Run } from './capitalised-runs.ts';
import { readCompany, readDescribed } from './find-companies.ts';
import { isFirstName } from './english/first-names.ts';
import { months, weekdayNames } from './english/function-words.ts';
import {
  companyForms,
  governmentNouns,
  knownOrganisations,
  noOrganisation,
  organisationNouns,
} from './english/organisations.ts';
import { demonyms, isPlace } from './english/places.ts';
import { honorifics } from './english/titles.ts';
import { isRoleNoun } from './find-roles.ts';
import { isAdjacent, type Token } from './tokens.ts';

/** An organisation by the rules; `weak`: capitals that the rest of the article has to explain. */
export interface FoundOrganisation extends Run {
  readonly evidence: 'sure' | 'weak';
}

/** The organisation that a run of capitalised words names, if it names one; it can go on behind the run. */
export function readOrganisation(tokens: readonly Token[], run: Run): FoundOrganisation | undefined {
  const words = tokens.slice(run.from, run.to).map((token) => token.word);
  const whole = words.join(' ');
  const { to } = withRest(tokens, withRest(tokens, withOf(tokens, run)));
  if (isKnownOrganisation(whole)) return { ...run, to, evidence: 'sure' };
  const company = readCompany(tokens, run) ?? readDescribed(tokens, run);
  if (company !== undefined) return { ...company, evidence: 'sure' };
  if (isPlace(whole) && to === run.to) return governmentCandidate(tokens, run);
  const last = words.at(-1) ?? '';
  if (words[0] === 'Radio' && words.length > 1) return { ...run, to, evidence: 'sure' };
  const head = words.findIndex((word) => organisationNouns.has(word));
  if (head > 0 && /^(?:Resolutions?|Reports?|Statement|Briefing|Memorandum)$/.test(words[head + 1] ?? ''))
    return { from: run.from, to: run.from + head + 1, evidence: 'sure' };
  const trailing = organisationNouns.has(last) || (to > run.to && organisationNouns.has(words[0] ?? ''));
  if (trailing && (words.length > 1 || to > run.to) && !startsWithTitle(words)) return { ...run, to, evidence: 'sure' };
  if (head > 0 && to > run.to && !startsWithTitle(words)) return { ...run, to, evidence: 'sure' };
  const government = governmentCandidate(tokens, run);
  if (government !== undefined) return government;
  if (words.length === 1 && isAcronym(last)) return { ...run, evidence: 'weak' };
  return undefined;
}

function governmentCandidate(tokens: readonly Token[], run: Run): FoundOrganisation | undefined {
  const whole = tokens
    .slice(run.from, run.to)
    .map(({ word }) => word)
    .join(' ');
  const government = isPlaceLike(whole) ? governmentAround(tokens, run) : undefined;
  return government === undefined ? undefined : { ...government, evidence: 'sure' };
}

/** "the US government", "the government of Iraq". */
function governmentAround(tokens: readonly Token[], run: Run): Run | undefined {
  const behind = tokens[run.to];
  const after = tokens[run.to + 1];
  const isTitle = after !== undefined && isAdjacent(after) && isRoleNoun(after.word);
  if (behind !== undefined && isAdjacent(behind) && governmentNouns.has(behind.word) && !isTitle)
    return { from: run.from, to: run.to + 1 };
  const noun = tokens[run.from - 2];
  const of = tokens[run.from - 1];
  if (
    noun === undefined ||
    of?.word !== 'of' ||
    !/^(?:government|regime|parliament|ministry|presidency|embassy|cabinet)$/i.test(noun.word)
  )
    return undefined;
  // "heads of government of France, Germany and Italy"
  if (tokens[run.from - 3]?.word === 'of') return undefined;
  return isAdjacent(of) ? { from: run.from - 2, to: run.to } : undefined;
}

/** "Ministry of Defence", "Bank of England": a name that goes on after "of", "for" or "of the". */
function withOf(tokens: readonly Token[], run: Run): Run {
  const last = tokens[run.to - 1];
  const joint = tokens[run.to];
  if (last === undefined || joint === undefined || last.possessive || !isAdjacent(joint)) return run;
  if (!leadsOn(joint.word, last.word) || companyForms.has(last.word)) return run;
  const next = tokens[run.to + 1];
  const after = next?.word === 'the' ? run.to + 2 : run.to + 1;
  const rest = capitalisedRun(tokens, after);
  if (rest === undefined || tokens[after] === undefined || !isAdjacent(tokens[after])) return run;
  if (joint.word === 'on' && [...weekdayNames, ...months].includes(tokens[rest.from]?.word ?? '')) return run;
  // "Bank of England Governor Mark Carney": where a title begins, another name does.
  const title = tokens.findIndex((token, index) => index > after && index < rest.to && isRoleNoun(token.word));
  return { from: run.from, to: title === -1 ? rest.to : title };
}

function leadsOn(joint: string, noun: string): boolean {
  if (joint === 'on') return /^(?:Commission|Committee|Council|Panel|Center|Centre)$/.test(noun);
  return (joint === 'of' || joint === 'for') && organisationNouns.has(noun);
}

/** "Institute for the Study of War", "Center for Strategic and International Studies": the name goes on. */
function withRest(tokens: readonly Token[], { from, to }: Run): Run {
  const joint = tokens[to];
  const last = tokens[to - 1];
  if (joint === undefined || last === undefined || last.possessive || !isAdjacent(joint)) return { from, to };
  if (joint.word === 'in' && isSentTo(tokens, { from, to }))
    return { from, to: capitalisedRun(tokens, to + 1)?.to ?? to };
  const begun = tokens.slice(from, to).some(({ word }) => /^(?:of|for)$/.test(word));
  if (!begun || !/^(?:of|and|in)$/.test(joint.word)) return { from, to };
  const begins = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
  const rest = capitalisedRun(tokens, begins);
  const first = tokens[begins];
  if (rest === undefined || first === undefined || !isAdjacent(first)) return { from, to };
  const words = tokens.slice(rest.from, rest.to).map(({ word }) => word);
  const ends = organisationNouns.has(words.at(-1) ?? '');
  if (words.some((word) => isRoleNoun(word) || honorifics.has(word) || isFirstName(word))) return { from, to };
  if (joint.word === 'of') return isPlace(last.word) ? { from, to } : { from, to: rest.to };
  if (joint.word === 'in')
    return ends || /^(?:Europe|Africa|Asia|America)$/.test(words.join(' ')) ? { from, to: rest.to } : { from, to };
  const another =
    isPlaceLike(last.word) ||
    isPlaceLike(words.join(' ')) ||
    words.some((word) => knownOrganisations.has(word) || isAcronym(word));
  return another || (ends && words.at(-1) !== 'Services') ? { from, to } : { from, to: rest.to };
}

/** "African Union Mission in Somalia": such missions are named by where they are. */
function isSentTo(tokens: readonly Token[], { from, to }: Run): boolean {
  const words = tokens.slice(from, to).map(({ word }) => word);
  if (!/^(?:Mission|Force)$/.test(words.at(-1) ?? '')) return false;
  if (!/^(?:U\.?N\.?|United Nations|African Union|AU|OSCE|EU|NATO) /.test(words.join(' '))) return false;
  const place = capitalisedRun(tokens, to + 1);
  return (
    place !== undefined &&
    isPlace(
      tokens
        .slice(place.from, place.to)
        .map(({ word }) => word)
        .join(' '),
    )
  );
}

function startsWithTitle(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  return isRoleNoun(first) && isFirstName(second);
}

function isPlaceLike(name: string): boolean {
  return isPlace(name) || demonyms.has(name) || /^(?:U\.S\.|US|UK|EU)$/.test(name);
}

/** "ISIL" is "Isil" too. */
export function isKnownOrganisation(name: string): boolean {
  return (
    knownOrganisations.has(name) ||
    (/^\p{Lu}{3,}$/u.test(name) && knownOrganisations.has(name.charAt(0) + name.slice(1).toLowerCase()))
  );
}

export function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,6}s?$/u.test(word) && !noOrganisation.has(word) && !isPlace(word);
}
