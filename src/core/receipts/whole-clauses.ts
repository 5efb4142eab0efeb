/**
 * Whether what is shown is the span as it stands, or whole clauses of it in order, with "…" wherever one was taken out. Words
 * taken out from within a clause, a "not" for one, can turn what it says around.
 */
export function isWholeClauses(shown: string, span: string): boolean {
  if (shown === '' || shown === span) return shown !== '';
  const parts = shown.split('…').map((part) => part.trim());
  if (parts.length === 1 || parts.every((part) => part === '')) return false;
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (part === '' && (index === 0 || isLast)) continue;
    const at = placeOf(part, span, from);
    if (at === undefined || (index === 0 && at > 0) || (isLast && at + part.length < span.length)) return false;
    from = at + part.length;
  }
  return true;
}

/** Where a part stands in a span, from a place on, between the ends of clauses. */
function placeOf(part: string, span: string, from: number): number | undefined {
  for (let at = span.indexOf(part, from); at >= 0; at = span.indexOf(part, at + 1))
    if (partsClauses(span, at) && partsClauses(span, at + part.length)) return at;
  return undefined;
}

const endsClause = /[,;:)—–…”"]$/u;
const endsWithoutSpace = /[—–(“…]$/u;
const beginsClause = /^(?:[,;:](?:\s|$)|[(—–…“])/u;

function partsClauses(span: string, at: number): boolean {
  const [left, right] = [span.slice(0, at), span.slice(at)];
  if (left.trim() === '' || right.trim() === '') return true;
  const isSpace = /\s$/u.test(left) || /^\s/u.test(right);
  return (
    (isSpace && endsClause.test(left.trimEnd())) || endsWithoutSpace.test(left) || beginsClause.test(right.trimStart())
  );
}
