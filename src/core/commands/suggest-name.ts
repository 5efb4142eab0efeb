import { folded } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';

/** The name that somebody may have meant, whole or by one of its words; undefined when none is near. */
export function suggestName(typed: string, names: readonly string[]): string | undefined {
  const forms = names.flatMap((name) => [name, ...name.split(' ')].map((form) => ({ form: folded(form), name })));
  const near = nearest(
    folded(typed.trim()),
    forms.map(({ form }) => form),
  );
  return forms.find(({ form }) => form === near)?.name;
}
