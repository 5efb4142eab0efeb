export interface SqlResult<Row> {
  rows: Row[];
  rowCount: number | null;
}

/** `once`: a server parses and plans the statement once for each connection. Only for texts of which there are few. */
export type Planning = 'each time' | 'once';

interface CanQuery {
  query<Row>(text: string, params?: readonly unknown[], planning?: Planning): Promise<SqlResult<Row>>;
}

/** One checked-out connection, with as much of pg's client as this program and BullMQ's PostgreSQL backend use. */
export interface PooledClient extends CanQuery {
  on(event: 'notification', listener: (notification: { channel: string; payload?: string }) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'end', listener: () => void): this;
  removeListener(event: 'notification', listener: (notification: { channel: string; payload?: string }) => void): this;
  removeAllListeners(event?: string): this;
  release(destroy?: boolean): void;
}

/** As much of `pg.Pool`, likewise. */
export interface SqlPool extends CanQuery {
  /** BullMQ blocks for long only on connections whose loss would be noticed. */
  readonly options: { readonly keepAlive: boolean };
  connect(): Promise<PooledClient>;
  end(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'connect', listener: (client: PooledClient) => void): this;
  removeAllListeners(event?: string): this;
}
