import { capitalisedRun, type Run } from './capitalised-runs.ts';
import { isFirstName } from './english/first-names.ts';
import { openers } from './english/function-words.ts';
import { isRegisteredName } from './english/registered-names.ts';
import { companyForms, noOrganisation, organisationKinds, organisationNouns } from './english/organisations.ts';
import { demonyms, isPlace, placeNouns } from './english/places.ts';
import { honorifics, shortTitles } from './english/titles.ts';
import { isRoleNoun } from './find-roles.ts';
import { isAdjacent, isCapitalised, type Token } from './tokens.ts';

/** "Berg Motor Co", "Steel of Norway Ltd", "Berg & Sons Ltd": names whose form only companies have. */
export function readCompany(tokens: readonly Token[], run: Run): Run | undefined {
  const { from, to } = withSecondPart(tokens, run);
  const words = tokens.slice(from, to).map(({ word }) => word);
  const form = words.findIndex(
    (word, index) => index > 0 && (companyForms.has(word) || (word === 'Company' && isAmpersand(tokens[from + index]))),
  );
  if (form < 1 || words.slice(0, form).every((word) => isRoleNoun(word))) return undefined;
  return { from, to: from + form + 1 };
}

/** "Steel of Norway Ltd", "Berg & Dal Ltd": what follows belongs to the name if it ends as companies do. */
function withSecondPart(tokens: readonly Token[], run: Run): Run {
  const joint = tokens[run.to];
  if (joint === undefined || (tokens[run.to - 1]?.possessive ?? false)) return run;
  const begins = isAmpersand(joint) ? run.to : run.to + 1;
  if (begins > run.to && (joint.word !== 'of' || !isAdjacent(joint))) return run;
  const rest = capitalisedRun(tokens, begins);
  const last = tokens[(rest?.to ?? 0) - 1]?.word ?? '';
  if (rest === undefined || !(companyForms.has(last) || (begins === run.to && last === 'Company'))) return run;
  // "Hallmann & Co": more often somebody and friends than a firm.
  if (begins === run.to && rest.to === begins + 1 && /^Co\.?$/.test(last)) return run;
  const words = tokens.slice(run.from, run.to).map(({ word }) => word);
  if (words.some((word) => isRoleNoun(word) || companyForms.has(word))) return run;
  return isPersonLike(words, { isAlone: run.from === 0 }) && (words.length > 1 || begins > run.to)
    ? run
    : { from: run.from, to: rest.to };
}

/** "Anna Berg of Norskair Ltd", "Shares of Norskair Ltd": two things, not one name. */
function isPersonLike([first = '', ...rest]: readonly string[], { isAlone }: { readonly isAlone: boolean }): boolean {
  return isFirstName(first) || isRegisteredName(first) || (isAlone && rest.length === 0 && first.endsWith('s'));
}

/** "Berg & Dal" */
export function isAmpersand(token: Token | undefined): boolean {
  return /^ & $/.test(token?.before ?? '');
}

/** A name that a common noun explains: "Berg news agency", "Aftenposten daily", "the airline Norskair". */
export function readDescribed(tokens: readonly Token[], run: Run): Run | undefined {
  const behind = isDescribedBehind(tokens, run) || ownsWhatCompaniesOwn(tokens, run);
  if (!behind && !isDescribedBefore(tokens, run)) return undefined;
  let { from } = run;
  while (from < run.to - 1 && demonyms.has(tokens[from]?.word ?? '')) from += 1;
  const words = tokens.slice(from, run.to).map(({ word }) => word);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (honorifics.has(first) || shortTitles.has(first) || words.some((word) => isRoleNoun(word))) return undefined;
  if (isPlace(words.join(' ')) || words.includes('The') || words.every((word) => isNoName(word))) return undefined;
  if (placeNouns.has(last) && !organisationNouns.has(last)) return undefined;
  if (words.length > 1 && isFirstName(first) && !(behind && isPress(tokens, run.to))) return undefined;
  return withOtherHalf(tokens, { from: behind && isSecondPart(tokens, from) ? from - 2 : from, to: run.to });
}

/** "Town & Country magazine", "the firm Berg & Dal" */
function withOtherHalf(tokens: readonly Token[], { from, to }: Run): Run {
  const joined = isAmpersand(tokens[from]) && isCapitalised(tokens[from - 1]?.word ?? '');
  const goesOn = isAmpersand(tokens[to]) ? capitalisedRun(tokens, to) : undefined;
  return { from: joined ? from - 1 : from, to: goesOn?.to ?? to };
}

/** "Shield of Norway group": the name begins before "of". */
function isSecondPart(tokens: readonly Token[], from: number): boolean {
  const [noun, joint, name] = [tokens[from - 2], tokens[from - 1], tokens[from]];
  if (noun === undefined || joint?.word !== 'of' || name === undefined || noun.possessive) return false;
  return isCapitalised(noun.word) && !isRoleNoun(noun.word) && isAdjacent(joint) && isAdjacent(name);
}

/** The noun explains what stands before it unless a name follows at once: "Danish news agency Ritzau". */
function isDescribedBehind(tokens: readonly Token[], { from, to }: Run): boolean {
  const [noun, second, third] = tokens.slice(to, to + 3);
  if (noun === undefined || !isAdjacent(noun) || (tokens[to - 1]?.possessive ?? false)) return false;
  if (/[-–]\p{Ll}/u.test(tokens[to - 1]?.word ?? '')) return false;
  const follows = (token: Token | undefined): boolean =>
    token !== undefined && isAdjacent(token) && isCapitalised(token.word);
  const next = second?.word ?? '';
  if (/^(?:news|press)$/.test(noun.word)) return /^(?:agency|service)$/.test(next) && !follows(third);
  if (/^(?:general|managing|chief)$/.test(noun.word))
    return /^(?:manager|director|executive|financial|operating)$/.test(next);
  if (/^(?:shares|stock)$/.test(noun.word)) return marketVerb.test(next) && !isFirstName(tokens[from]?.word ?? '');
  // "Supply chain": a sentence gives its first word a capital.
  if (to === 1 && !/^(?:newspaper|daily|weekly|tabloid|magazine)$/.test(noun.word)) return false;
  return organisationKinds.has(noun.word) && !follows(second) && !ofNewsletter.test(next);
}

/** "Norskair's shares", and not "the Danish's". */
function ownsWhatCompaniesOwn(tokens: readonly Token[], { to }: Run): boolean {
  if (!(tokens[to - 1]?.possessive ?? false)) return false;
  return /^(?:shares|shareholders|stock|share|subsidiary|subsidiaries|workforce|takeover|refiner(?:y|ies)|dividend|headquarters)$/.test(
    tokens[to]?.word ?? '',
  );
}

const marketVerb =
  /^(?:were|was|are|is|have|has|rose|fell|closed|jumped|dropped|gained|lost|climbed|slid|tumbled|surged|plunged|slipped|ended|opened|traded)$/;

/** "Football Today daily newsletter", "our weekly Style Guide column": no newspaper is meant. */
const ofNewsletter = /^(?:newsletters?|emails?|briefings?|podcasts?|updates?|columns?|shows?|deals?|digests?|basis)$/;

function isPress(tokens: readonly Token[], to: number): boolean {
  return /^(?:newspaper|daily|weekly|tabloid|magazine|news|press)$/.test(tokens[to]?.word ?? '');
}

/** "Norskair CEO Anna Berg": whoever has such an officer is a company. */
export function isCompanyBefore(words: readonly string[], office: string): boolean {
  return office === 'CEO' && !words.some((word) => isRoleNoun(word)) && !words.every((word) => isNoName(word));
}

/** "told the newspaper Berg was ill" is about Berg: where a verb follows, nothing is said of the noun. */
function isDescribedBefore(tokens: readonly Token[], { from, to }: Run): boolean {
  const noun = tokens[from - 1];
  const name = tokens[from];
  const next = tokens[to]?.word ?? '';
  if (noun === undefined || name === undefined || !organisationKinds.has(noun.word) || ofNewsletter.test(next))
    return false;
  const isSubject = from <= 3;
  return (
    /^\s+["“‘']?$/u.test(name.before) &&
    (isSubject || !/^(?:is|was|are|were|has|had|will|would|could|should|did)$/.test(next))
  );
}

/** Capitals that describe a newspaper or a company and name none: "the Communist newspaper", "an Internet company". */
function isNoName(word: string): boolean {
  return (
    demonyms.has(word) ||
    openers.has(word) ||
    noOrganisation.has(word) ||
    isPlace(word) ||
    /^(?:Halloween|Internet|Web|Communist|Socialist|Marxist|Maoist|Nationalist|Moslem|Ruling|Opposition|Official|Private|Local|National|Regional|State)$/.test(
      word,
    )
  );
}
