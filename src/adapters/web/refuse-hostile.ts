import { UserError } from '../../core/errors/errors.ts';
import { hasCrowdedTag } from './crowded-tags.ts';
import { feedLimits } from './item-reading.ts';

/** Throws UserError for XML on which the parser would spend minutes: its work grows with the square of what is counted here. */
export function refuseHostile(body: string): void {
  if (body.split('xmlns').length > feedLimits.namespaces)
    throw tooComplex(`more than ${feedLimits.namespaces} namespaces`);
  if (hasCrowdedTag(body, feedLimits.attributes))
    throw tooComplex(`more than ${feedLimits.attributes} attributes in a tag`);
  let depth = 0;
  for (const [, closing, empty] of withoutData(body).matchAll(/<(\/?)[a-z_][^<>]*?(\/?)>/gi)) {
    if (closing === '/') depth = Math.max(0, depth - 1);
    else if (empty === '') depth += 1;
    if (depth > feedLimits.depth) throw tooComplex(`tags more than ${feedLimits.depth} deep`);
  }
}

/** The XML without its CDATA sections, in which tags are only text. */
function withoutData(body: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = body.indexOf('<![CDATA[', from);
    const end = start === -1 ? -1 : body.indexOf(']]>', start);
    if (end === -1) return [...parts, body.slice(from)].join('');
    parts.push(body.slice(from, start));
    from = end;
  }
}

function tooComplex(what: string): UserError {
  return new UserError(`The feed has ${what}, which no real feed has.`, "Add the articles' own addresses instead.");
}
