import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/** Everything that a source file imports: types, re-exports and dynamic imports too. */
export function importsOf(file: string, text = readFileSync(file, 'utf8')): string[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported, ...dynamic];
}

/** The room of a file of src/: "core/stories", "adapters/slack", "cli", or the file itself at the top. */
export function roomOf(file: string): string {
  const [first = '', second = '', third] = file.split('/');
  if ((first === 'core' || first === 'adapters') && third !== undefined) return `${first}/${second}`;
  return second === '' ? first : first;
}

/** What each room may import: other rooms of src/, packages and Node built-ins. */
export type AllowList = Readonly<Record<string, readonly string[]>>;

/** Each import of a file, its path below src/, that the table does not allow. */
export function forbiddenImports(file: string, text: string, allowed: AllowList): string[] {
  const room = roomOf(file);
  const may = allowed[room];
  if (may === undefined) return [`${file}: the room ${room} is not in the table`];
  return importsOf(file, text).flatMap((name) => {
    const target = name.startsWith('.') ? roomOf(normalize(join(dirname(file), name))) : packageOf(name);
    return target === room || may.includes(target) ? [] : [`${file}: ${room} may not import ${target}`];
  });
}

function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  const [scope = '', rest] = name.split('/');
  return scope.startsWith('@') && rest !== undefined ? `${scope}/${rest}` : scope;
}
