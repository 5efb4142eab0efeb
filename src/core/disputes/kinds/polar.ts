import { sharedBy } from '../../events/sets.ts';
import { analyse } from '../../language/analyse.ts';
import { blameIn, denialIn, speaksOfHolding } from '../../language/en/contested.ts';
import { areExclusiveDeeds, deedOf } from '../../language/en/deeds.ts';
import { wordsOf } from '../../words/words.ts';
import { type Claim, matterIn } from '../claims.ts';
import type { Difference, Pair } from '../difference.ts';
import { daysApart, namesApart } from '../same-thing.ts';
import { sameMomentMs } from '../updates.ts';

/** What is denied must stand in the other sentence: so much of it. */
const deniedShare = 0.6;
const sameThing = 0.65;
/** Later than this, "accepted" after "rejected" is what came next. */
const sameTimeMs = 12 * 3_600_000;

/** One says it, the other says that it is not so. */
export function denials(pair: Pair): Difference | undefined {
  const { one, other } = pair;
  if (isDenied(one, other)) return { kind: 'denial', values: ['denied', 'said'] };
  if (isDenied(other, one)) return { kind: 'denial', values: ['said', 'denied'] };
  if (one.denies === other.denies || pair.share < sameThing) return undefined;
  const [denier, sayer] = one.denies === 'yes' ? [one, other] : [other, one];
  if (denialIn(denier.sentence.text) !== undefined || !isWhollyNegated(denier, sayer)) return undefined;
  if (namesApart(one, other) || daysApart(one, other) || isUnreal(sayer) || hasComeTrue(denier, sayer))
    return undefined;
  return { kind: 'denial', values: one.denies === 'yes' ? ['denied', 'said'] : ['said', 'denied'] };
}

function isDenied(denier: Claim, sayer: Claim): boolean {
  const denial = denialIn(denier.sentence.text);
  if (denial === undefined || sayer.denies === 'yes' || isUnreal(sayer)) return false;
  const denied = matterIn(denial.denied);
  const said = matterIn(sayer.sentence.text);
  const named = wordsOf(denial.denied).filter(({ raw, weight }) => /^\p{Lu}/u.test(raw) && weight !== 'stop');
  if (!named.every(({ term }) => said.has(term))) return false;
  if (denial.doer === 'the denier' && sharedBy(matterIn(denial.denier), said) === 0) return false;
  const isHolding = speaksOfHolding(denial.denied) && speaksOfHolding(sayer.sentence.text);
  const shared = sharedBy(denied, said);
  const deed = [...denied].find((term) => !named.some((name) => name.term === term));
  if (!isHolding && deed !== undefined && !said.has(deed)) return false;
  return isHolding ? named.length > 0 : shared > 0 && shared >= deniedShare * denied.size;
}

/** The other sentence holds what the "not" speaks of. */
function isWhollyNegated({ denied, terms }: Claim, sayer: Claim): boolean {
  return denied !== undefined && terms.has(denied) && sayer.terms.has(denied);
}

function isUnreal({ told }: Claim): boolean {
  return analyse(told).unreal.length > 0;
}

/** "has not yet resigned" before "resigned": that was so until then. */
function hasComeTrue(denier: Claim, sayer: Claim): boolean {
  return (
    sayer.publishedMs - denier.publishedMs >= sameMomentMs &&
    /\b(?:has|have|had)(?: not|n[’']t)\b|\bnot yet\b|n[’']t yet\b/iu.test(denier.sentence.text)
  );
}

/** A deed and its opposite, of one doer to one thing: "accepted" and "turned down". */
export function opposites({ one, other, apartMs }: Pair): Difference | undefined {
  if (apartMs > sameTimeMs || daysApart(one, other) || one.denies !== other.denies || isUnreal(one) || isUnreal(other))
    return undefined;
  for (const left of deedsIn(one.told)) {
    const right = deedsIn(other.told).find(({ kin }) => areExclusiveDeeds(left.kin, kin));
    if (right === undefined || !doTheSame(left, right)) continue;
    return { kind: 'opposite', values: [left.raw, right.raw] };
  }
  return undefined;
}

interface Deed {
  readonly kin: string;
  readonly raw: string;
  readonly doer: ReadonlySet<string>;
  readonly done: ReadonlySet<string>;
}

const doneWords = 8;

function deedsIn(text: string): Deed[] {
  const words = wordsOf(text);
  return words.flatMap(({ term, raw, start, end, capital, weight }, at) => {
    if (capital || weight === 'stop') return [];
    const kin = deedOf(term, words[at + 1]?.lower) ?? term;
    const clause = (text.slice(end).split(/[,;:“”"]/u, 1)[0] ?? '')
      .split(' ')
      .slice(0, doneWords + 1)
      .join(' ');
    return [{ kin, raw, doer: matterIn(text.slice(0, start)), done: matterIn(clause) }];
  });
}

function doTheSame(one: Deed, other: Deed): boolean {
  const doers = sharedBy(one.doer, other.doer) / Math.max(1, Math.min(one.doer.size, other.doer.size));
  const things = sharedBy(one.done, other.done) / Math.max(1, Math.min(one.done.size, other.done.size));
  if (doers < deniedShare) return false;
  if (one.done.size === 0 && other.done.size === 0) return sharedBy(one.doer, other.doer) > 1;
  return things >= deniedShare;
}

/** Each says that the other did it. */
export function blame({ one, other }: Pair): Difference | undefined {
  const [left, right] = [blameIn(one.sentence.text), blameIn(other.sentence.text)];
  if (left === undefined || right === undefined) return undefined;
  const doTurn =
    sharedBy(matterIn(left.by), matterIn(right.of)) > 0 && sharedBy(matterIn(left.of), matterIn(right.by)) > 0;
  const deeds = [matterIn(left.deed), matterIn(right.deed)] as const;
  const shared = sharedBy(...deeds);
  if (!doTurn || shared === 0 || shared < 0.5 * Math.min(deeds[0].size, deeds[1].size)) return undefined;
  return { kind: 'blame', values: [left.of, right.of] };
}
