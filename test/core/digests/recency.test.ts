import { describe, expect, it } from 'vitest';
import { recencyOf } from '../../../src/core/digests/recency.ts';
import { type HeldText, heldLibrary } from '../../support/held-library.ts';

function worthOf(texts: readonly HeldText[]): Record<string, number> {
  return Object.fromEntries(
    [...recencyOf(heldLibrary(texts).articles)].map(([{ article }, worth]) => [article.publisher, worth]),
  );
}

describe('what an article counts for', () => {
  const monday = {
    publisher: 'Courier',
    text: 'The storm tore the harbour wall open.',
    published: '2025-02-17T08:00:00.000Z',
  };
  const wednesday = { publisher: 'Observer', text: 'Engineers close the wall.', published: '2025-02-19T08:00:00.000Z' };

  it('falls to half in two days before the newest', () => {
    expect(worthOf([monday, wednesday])).toEqual({ Courier: 0.5, Observer: 1 });
  });

  it('does not fall because one without a day was taken in later, which counts as the newest do', () => {
    const undated = { publisher: 'Notebook', text: 'Ferries stay in port.', added: '2025-11-01T08:00:00.000Z' };
    expect(worthOf([monday, wednesday, undated])).toEqual({ Courier: 0.5, Observer: 1, Notebook: 1 });
  });
});
