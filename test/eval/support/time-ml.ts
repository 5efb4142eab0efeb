import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A news article with its dates marked, as TimeML has it (TempEval-3, TimeBank). */
export interface TimedText {
  readonly name: string;
  readonly text: string;
  /** The day it was written, yyyy-mm-dd. */
  readonly written: string;
  /** Marked expressions with their normalised values, such as "1998-02-13" or "1998-W07". */
  readonly dates: readonly { readonly start: number; readonly end: number; readonly value: string }[];
}

/** Every readable .tml file below a folder. */
export function timedTexts(folder: string): TimedText[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /(?:^|\/)[^./][^/]*\.tml$/.test(name))
    .toSorted()
    .flatMap((name) => {
      const read = readTimeMl(name, readFileSync(join(folder, name), 'utf8'));
      return read === undefined ? [] : [read];
    });
}

function readTimeMl(name: string, source: string): TimedText | undefined {
  const written = /<DCT>.*?value="(\d{4}-\d{2}-\d{2})/s.exec(source)?.[1];
  const body = /<TEXT>\n?(.*?)<\/TEXT>/s.exec(source)?.[1];
  if (written === undefined || body === undefined) return undefined;
  let text = '';
  const dates: { start: number; end: number; value: string }[] = [];
  let open: { readonly start: number; readonly value: string } | undefined;
  for (const [part, tag] of body.matchAll(/<([^>]+)>|[^<]+/g)) {
    if (tag === undefined) text += unescaped(part);
    else if (/^TIMEX3\b/.test(tag) && /type="(?:DATE|TIME)"/.test(tag))
      open = { start: text.length, value: /value="([^"]*)"/.exec(tag)?.[1] ?? '' };
    else if (tag === '/TIMEX3' && open !== undefined) {
      dates.push({ ...open, end: text.length });
      open = undefined;
    }
  }
  // Its lines are as long as a screen was; a line feed alone is a space.
  return { name, text: text.replaceAll(/(?<!\n)\n(?!\n)/g, ' '), written, dates };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
