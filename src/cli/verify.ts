import { existsSync, readFileSync } from 'node:fs';
import { UserError } from '../core/errors/errors.ts';
import { type ReceiptsFile, receiptsFileSchema } from '../core/receipts/receipts-file.ts';
import { verifyReceipts } from '../core/receipts/verify.ts';
import type { CommandLine } from './arguments.ts';
import type { Io } from './io.ts';
import type { Services } from './services.ts';

/** Checks a receipts file against the store, without the network. Exit code 1, naming the first line that does not hold. */
export async function verify(line: CommandLine, services: Services, io: Io): Promise<number> {
  const [file] = line.words;
  if (file === undefined)
    throw new UserError('verify takes a file.', 'Make one: communique export json > receipts.json.');
  const receipts = readReceipts(file);
  const verdict = await verifyReceipts(receipts, (id) => services.articles.get(id));
  if (line.options.json) io.output(`${JSON.stringify(verdict, null, 2)}\n`);
  if (verdict.holds === 'no') {
    io.error(`${file} does not hold: ${verdict.fault}.\n`);
    return 1;
  }
  if (!line.options.json)
    io.output(
      `${file} holds: ${receipts.lines.length} lines shown and ${verdict.lines - receipts.lines.length} that were corrected, disputed or left out; receipts: ${verdict.receipts}; articles: ${verdict.articles}.
`,
    );
  return 0;
}

function readReceipts(file: string): ReceiptsFile {
  if (!existsSync(file)) throw new UserError(`There is no file ${file}.`, 'Name a file that export json made.');
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ');
    throw new UserError(`${file} cannot be read as JSON: ${why}.`, 'Name a file that export json made.', { cause });
  }
  const parsed = receiptsFileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(
    `${file} is no receipts file: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`,
    'Name a file that export json made.',
  );
}
