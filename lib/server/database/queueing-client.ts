import pg from 'pg';

type Query = (...args: unknown[]) => unknown;

const isSubmittable = (query: unknown): boolean => typeof (query as { submit?: unknown } | null)?.submit === 'function';

/**
 * A connection that begins a statement when the one before has ended. Prisma loads the relations of a record side by side, also within a
 * transaction, which has one connection; pg queues such statements today and announces to refuse them.
 */
export class QueueingClient extends pg.Client {
  private last: Promise<unknown> = Promise.resolve();

  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as Query;
    // Streams and callbacks tell their end in other ways; who uses them waits for it.
    const inTurn: Query = (...args) => {
      if (isSubmittable(args[0]) || typeof args.at(-1) === 'function') return query(...args);
      const result = this.last.then(() => query(...args));
      this.last = result.catch(() => undefined);
      return result;
    };
    this.query = inTurn as pg.Client['query'];
  }
}
