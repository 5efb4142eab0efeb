import { nearest } from '../text/nearest.ts';

/** The name that somebody may have meant, whole or by one of its words; undefined when none is near. */
export function suggestName(typed: string, names: readonly string[]): string | undefined {
  const forms = names.flatMap((name) => [name, ...name.split(' ')].map((form) => ({ form: folded(form), name })));
  const near = nearest(
    folded(typed),
    forms.map(({ form }) => form),
  );
  return forms.find(({ form }) => form === near)?.name;
}

/** For comparing names: without accents and capitals. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}
