/**
 * True when a tag of the markup has more attributes than `most`: parsers compare each with all others. Values are passed over
 * as parsers do, whatever they hold.
 */
export function hasCrowdedTag(body: string, most: number): boolean {
  let attributes = 0;
  let quote = '';
  let inTag = false;
  for (let at = 0; at < body.length; at += 1) {
    const character = body.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (!inTag) {
      if (character !== '<') continue;
      if (body.startsWith(dataStart, at)) at = endOf(body, ']]>', at);
      else if (body.startsWith('<!--', at)) at = endOf(body, '-->', at);
      else inTag = /[a-z_]/i.test(body.charAt(at + 1));
      attributes = 0;
    } else if (character === '>') {
      inTag = false;
    } else if (character === '=') {
      attributes += 1;
      if (attributes > most) return true;
    } else if ((character === '"' || character === "'") && /=\s*$/.test(body.slice(Math.max(0, at - 10), at))) {
      quote = character;
    }
  }
  return false;
}

const dataStart = '<![CDATA[';

function endOf(body: string, mark: string, from: number): number {
  const end = body.indexOf(mark, from);
  return end === -1 ? body.length : end;
}
