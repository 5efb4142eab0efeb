import { z } from 'zod';
import { readModel } from '../../trained/model-files.ts';

const schema = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) });

/** What stands before the colon of each feature of a source. */
const kinds: ReadonlySet<string> = new Set([
  ...['form', 'class', 'form+class', 'kind', 'behind', 'class+behind', 'noun+behind', 'who', 'form+who', 'words'],
  ...[
    'length',
    'gap',
    'shared',
    'before',
    'saying beside',
    'quotation beside',
    'modal',
    'to before',
    'past',
    'question',
  ],
  ...['verb in source', 'class+who', 'behind+who', 'class+length', 'form+length', 'first', 'first+form'],
  ...['before source', 'ending', 'second behind', 'distance', 'adverb', 'denied', 'auxiliary'],
]);

interface SourceModel {
  /** The log odds of a source without features, above the threshold. */
  readonly bias: number;
  /** What each feature of a source adds to its likelihood (log odds). */
  readonly weights: ReadonlyMap<string, number>;
}

let loaded: SourceModel | undefined;

/** The model that weighs sources, read when the first one is weighed. */
export function sourceModel(): SourceModel {
  loaded ??= load();
  return loaded;
}

/** Whether a source has features of this kind. */
export function isSourceFeatureKind(kind: string): boolean {
  return kinds.has(kind);
}

function load(): SourceModel {
  const { bias, weights } = schema.parse(JSON.parse(readModel('sources', isSourceFeatureKind)));
  return { bias, weights: new Map(Object.entries(weights)) };
}
