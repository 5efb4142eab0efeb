import { parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import { UserError } from '../core/errors/errors.ts';

const options = {
  data: { type: 'string' },
  story: { type: 'string' },
  json: { type: 'boolean' },
  as: { type: 'string' },
  published: { type: 'string' },
  source: { type: 'string' },
  text: { type: 'boolean' },
  role: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies ParseArgsConfig['options'];

const formats = ['text', 'json', 'slack', 'discord'] as const;
const roles = ['all', 'bot', 'worker'] as const;

const optionsSchema = z.object({
  data: z.string().min(1).optional(),
  story: z.string().min(1).optional(),
  json: z.boolean().default(false),
  as: z.enum(formats, { error: `--as must be one of ${formats.join(', ')}` }).optional(),
  published: z.string().optional(),
  source: z.string().optional(),
  text: z.boolean().default(false),
  role: z.enum(roles, { error: `--role must be one of ${roles.join(', ')}` }).default('all'),
  quiet: z.boolean().default(false),
  help: z.boolean().default(false),
  version: z.boolean().default(false),
});

export type Format = (typeof formats)[number];

export interface CommandLine {
  readonly verb: string;
  readonly words: readonly string[];
  readonly options: z.infer<typeof optionsSchema>;
}

/** Takes the command line apart. Throws UserError for an option that does not exist or has a wrong value. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { positionals, values } = parse(argv);
  const read = optionsSchema.safeParse(values);
  if (!read.success) {
    throw new UserError(
      `${read.error.issues.map((issue) => issue.message).join('; ')}.`,
      'Type communique help to see the options.',
    );
  }
  const [verb = 'help', ...words] = positionals;
  return { verb: read.data.help ? 'help' : verb, words, options: read.data };
}

function parse(argv: readonly string[]): { positionals: string[]; values: object } {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new UserError(`${message}.`, 'Type communique help to see the options.', { cause });
  }
}
