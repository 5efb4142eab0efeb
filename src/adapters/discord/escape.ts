/**
 * Text that Discord shows as it is: no markdown, mention, time, emoji or link in it takes effect. A backslash makes
 * any mark that is no letter, digit or space stand for itself: https://support.discord.com/hc/articles/210298617
 */
export function escaped(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\*_~`|<>#@:[\]()+-]/g, String.raw`\$&`)
    .replace(/^(\s*\d+)\./, String.raw`$1\.`);
}

/** A line break would begin a new line of markdown. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ');
}

/** A link with a label of ours. The address comes from a citation, and cannot end the link early. */
export function maskedLink(label: string, url: string): string {
  const address = url.replaceAll(
    /[\s()<>[\]\\]/g,
    (mark) => `%${mark.codePointAt(0)?.toString(16).padStart(2, '0').toUpperCase() ?? '20'}`,
  );
  return `[${escaped(label)}](<${address}>)`;
}
