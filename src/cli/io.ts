import type { TextStyle } from '../adapters/terminal/render-text.ts';

/** Where a verb writes and how text looks there. */
export interface Io {
  readonly style: TextStyle;
  output(text: string): void;
  error(text: string): void;
}

const widest = 110;
const narrowest = 20;

/** Standard output and standard error. A reader that closed the pipe early (`| head`) ends the process quietly. */
export function standardIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    style: {
      width: widthOf(process.stdout.columns),
      emphasis: process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? 'ansi' : 'plain',
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    output: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  };
}

/** Some terminals say that they have no columns, or hardly any: they do not know. */
function widthOf(columns: number | undefined): number {
  return columns === undefined || columns < narrowest ? widest : Math.min(columns, widest);
}
