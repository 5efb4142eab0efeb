import { heldOtherwise, qualifiesOffice } from '../language/en/office.ts';
import type { Actor } from '../stories/actor.ts';
import type { Library } from '../stories/library.ts';
import { type Word, wordsOf } from '../words/words.ts';

/** The most mentioned actor of whom one role holds all these words: "the British prime minister". */
export function actorByRole(words: readonly Word[], library: Library): Actor | undefined {
  if (words.length < 2) return undefined;
  return library.actors.find(({ roles }) =>
    roles.some((role) => {
      if (heldOtherwise(role.text, words.map(({ lower }) => lower).join(' '))) return false;
      const terms = new Set(wordsOf(role.text).map((word) => word.term));
      return words.every((word) => terms.has(word.term));
    }),
  );
}

/**
 * All who hold an office that a single word names: of "the president" every president of the story, and no "adviser to the
 * president". Nobody when the word names no office.
 */
export function holdersOf(words: readonly Word[], { actors }: Library): readonly Actor[] {
  const [office, ...others] = words;
  if (office === undefined || others.length > 0 || office.capital) return [];
  return actors.filter(({ kind, roles }) => kind === 'person' && roles.some(({ text }) => isOffice(text, office)));
}

function isOffice(role: string, office: Word): boolean {
  const head = wordsOf(role.split(/\s(?:of|to|for|at|in)\s|,/)[0] ?? '');
  return head.at(-1)?.term === office.term && !head.some(({ lower }) => lower === 'prime' || qualifiesOffice(lower));
}
