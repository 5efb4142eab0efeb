import { speechVerbs } from '../english/speech.ts';
import { stanceVerbs } from '../english/stances.ts';
import { isCapitalised, type Token } from '../tokens.ts';

/** Forms of "be", and what stands for one: "to get elected". */
export function isBe(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:am|is|are|was|were|be|been|being|gets?|got|(?:is|are|was|were)n[’']t|ain[’']t)$/i.test(token.word) ||
      /^(?:i|we|you|they)[’'](?:m|re)$/i.test(token.word))
  );
}

/** "would", "did", "cannot", "they'll": a bare verb follows. */
export function isModal(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:will|would|could|should|can|cannot|may|might|must|shall|do|does|did|(?:wo|would|could|should|ca|do|does|did|must)n[’']t|let|lets|helps?|helped|make|makes|made)$/i.test(
      token.word,
    ) ||
      /^(?:i|we|you|he|she|they|it|who)[’'](?:d|ll)$/i.test(token.word))
  );
}

/** Words that stand between a subject and its verb. */
export function isAuxiliary(token: Token | undefined): boolean {
  return token !== undefined && (auxiliaries.test(token.word) || isBe(token));
}

const auxiliaries =
  /^(?:also|has|have|had|having|will|would|could|should|can|cannot|may|might|must|shall|did|does|do|not|never|then|later|again|once|still|now|just|only|even|already|always|often|both|all|to|so|far|too|long|first|soon|since|himself|herself|itself|themselves|further|\p{L}+ly|\p{L}+n[’']t)$/iu;

/** "repeatedly", "not", "also": passed over between "be" and its verb. */
export function isAdverb(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:also|not|never|then|later|again|once|still|now|just|only|even|already|always|often|both|all|so|too|long|first|soon|more|most|less|very|quite|far|\p{Ll}{3,}ly)$/iu.test(
      token.word,
    )
  );
}

/** A pronoun that can only be a subject, with what may hang on it: "they", "he's", "who'd". */
export function isSubjectPronoun(token: Token | undefined): boolean {
  return token !== undefined && /^(?:i|we|you|he|she|they|it|who)(?:[’'](?:m|re|ve|d|ll))?$/i.test(token.word);
}

/** A noun follows: what looks like a verb behind it is none. */
export function isDeterminer(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:the|an?|his|her|their|its|my|our|your|whose|this|these|those|no|any|some|each|every|such|another|new|several|many|few|more|public|own|recent|latest|first|second|last|key|major|top)$/iu.test(
      token.word,
    ) ||
      (token.possessive && !isSubjectPronoun(token)))
  );
}

/** "last week", "on Monday": when it was said stands between a subject and its verb. */
export function isTime(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|earlier|recently)$/.test(token.word)
  );
}

export function isPreposition(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:of|by|for|in|on|with|from|at|about|under|against|over|into|through|between|among|without|before|after|during|despite|like|than|as|amid|via|per|while|when|since|until|toward|towards|regarding|following|upon|given)$/i.test(
      token.word,
    )
  );
}

/** Words that begin a clause: no source reaches over them. */
export const clauseWords =
  /^(?:that|but|because|when|while|if|whether|although|though|since|after|before|until|unless|where|how|why|what|and|or|so|yet|as|than|then|which|whose)$/i;

/** Whether a word is surely the verb of a clause. */
export function isVerb(token: Token | undefined): boolean {
  if (token === undefined || isCapitalised(token.word)) return false;
  return (
    isBe(token) ||
    isModal(token) ||
    /^(?:has|have|had|having)$/.test(token.word) ||
    commonVerbs.has(token.word) ||
    (/(?:ed|s)$/.test(token.word) && (speechVerbs.has(token.word) || stanceVerbs.has(token.word))) ||
    /^\p{Ll}{3,}ed$/u.test(token.word)
  );
}

const commonVerbs: ReadonlySet<string> = new Set(
  `met took made went came gave got kept left held led felt fell ran won lost put set stood sent spent brought bought built began grew rose sat spoke
  broke drove flew drew hit cut said told knew thought wrote saw found became remains remained faces seems appears makes takes goes comes gives gets keeps leads
  holds runs wins loses puts sets stands sends brings begins means needs includes include`.split(/\s+/),
);

/** Light verbs that give a noun to their subject: "made the claim that", "has no plans to". */
export const lightVerb =
  /^(?:has|have|had|having|made|makes?|making|gave|gives?|giving|issued|issues|expressed|expresses|raised|raises|voiced|took|takes?|delivered|sent|offered|offers|released|published|filed|won|share|shares|shared|dropped|drew|there)$/i;
