import { type PGlite, type Results, parse, protocol } from '@electric-sql/pglite';

/** A statement that the session knows by a name. */
interface Prepared {
  readonly name: string;
  /** The object ids of its parameters' types. */
  readonly types: readonly number[];
  /** The answer that says which columns its rows have; none when it gives no rows. */
  readonly description: Answers;
}

type Answers = Awaited<ReturnType<PGlite['execProtocolStream']>>;

/** Runs a statement; whoever does so says what its rows are, as with PGlite's own `query`. */
export type RunPrepared = <Row>(text: string, params: readonly unknown[]) => Promise<Results<Row>>;

const { serialize } = protocol;

/**
 * Runs statements that an embedded database parses and plans once. PGlite's own `query` does so each time, and enters the
 * database with six messages, one after the other; these take one. Only for texts of which there are few.
 */
export function preparedStatements(db: PGlite): RunPrepared {
  const known = new Map<string, Prepared>();
  let named = 0;

  async function prepare(text: string): Promise<Prepared> {
    named += 1;
    const name = `communique-${named}`;
    const asked = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()];
    const answers = await db.execProtocolStream(Buffer.concat(asked), { syncToFs: false });
    const types = parse.parseDescribeStatementResults(answers);
    const prepared = { name, types, description: answers.filter((answer) => answer.name === 'rowDescription') };
    known.set(text, prepared);
    return prepared;
  }

  const worded = (param: unknown, type = 0): string | null => {
    if (param === null || param === undefined) return null;
    const word = db.serializers[type] ?? String;
    return word(param);
  };

  return async <Row>(text: string, params: readonly unknown[]) => {
    // Below its own `query`, PGlite does not look.
    if (db.closed) throw new Error('the embedded store is closed');
    const { name, types, description } = known.get(text) ?? (await prepare(text));
    const values = params.map((param, index) => worded(param, types[index]));
    const asked = [serialize.bind({ statement: name, values }), serialize.execute({}), serialize.sync()];
    const answers = await db.execProtocolStream(Buffer.concat(asked));
    const results = parse.parseResults([...description, ...answers], db.parsers);
    if (!areOf<Row>(results)) throw new Error(`a statement gave ${results.length} results`);
    return results[0];
  };
}

function areOf<Row>(results: readonly Results<unknown>[]): results is readonly [Results<Row>] {
  return results.length === 1;
}
