import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../src/core/commands/all-commands.ts';
import type { CommandDefinition } from '../../../src/core/commands/define-command.ts';
import { parseArguments, splitVerb } from '../../../src/core/commands/parse-line.ts';

function commandNamed(name: string): CommandDefinition {
  const found = allCommands.find((command) => command.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

describe('a command line', () => {
  it('begins with its verb, in any case', () => {
    expect(splitVerb('  WHO   Keir Starmer ')).toEqual({ verb: 'who', rest: 'Keir Starmer' });
    expect(splitVerb('')).toEqual({ verb: '', rest: '' });
  });

  it('gives the words that are left to the last argument', () => {
    expect(parseArguments('Keir Starmer', commandNamed('who'))).toEqual({ name: 'Keir Starmer' });
  });

  it('takes key:value in any order, and values in quotation marks', () => {
    expect(parseArguments('set tz:Europe/Paris at:07:30 days:"mon, wed"', commandNamed('schedule'))).toEqual({
      action: 'set',
      at: '07:30',
      days: 'mon, wed',
      tz: 'Europe/Paris',
    });
  });

  it.each([
    ['since:17 Feb n:5', { since: '17 Feb', n: '5' }],
    ['n:5 since:Feb 17', { since: 'Feb 17', n: '5' }],
    ['since:17 Feb 2025', { since: '17 Feb 2025' }],
  ])('takes a day by its month without quotation marks: %s', (line, args) => {
    expect(parseArguments(line, commandNamed('timeline'))).toEqual(args);
  });

  it('leaves a colon that is no key of the command in the question', () => {
    expect(parseArguments('Starmer: what did he say at: 9:30?', commandNamed('ask'))).toEqual({
      question: 'Starmer: what did he say at: 9:30?',
    });
  });

  it('never throws and never invents a word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom(...allCommands), (line, command) => {
        const values = Object.values(parseArguments(line, command)).join(' ');
        return values.split(/\s+/).every((word) => line.includes(word));
      }),
    );
  });
});

describe('every command', () => {
  it.each(allCommands.map((command) => [command.name, command] as const))(
    '%s keeps within what Discord registers',
    (_name, command) => {
      expect(command.summary.length).toBeLessThanOrEqual(100);
      expect(command.name).toMatch(/^[a-z]{1,32}$/);
      const fields = Object.values(command.args.shape);
      expect(fields.length).toBeLessThanOrEqual(25);
      for (const field of fields) expect(field.meta()?.description?.length ?? Number.NaN).toBeLessThanOrEqual(100);
    },
  );

  it.each(allCommands.flatMap((command) => command.examples.map((example) => [example, command] as const)))(
    'parses its own example: %s',
    (example, command) => {
      const { verb, rest } = splitVerb(example);
      expect(verb).toBe(command.name);
      expect(command.args.safeParse(parseArguments(rest, command)).error).toBeUndefined();
    },
  );
});
