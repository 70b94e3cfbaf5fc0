/**
 * A refused action: something a person can understand and act on. `code` is a key of the catalogues under `errors.<code>`, `params`
 * fill its text; neither ever carries personal data. Bugs are not AppErrors: they are thrown as they are and logged.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    /** HTTP status where the refusal leaves through a route. */
    readonly status = 400,
  ) {
    super(code);
    this.name = 'AppError';
  }
}

/** What is not there and what may not be seen answer alike, so that nobody learns which ids exist elsewhere. */
export const notFound = (what: string) => new AppError('not-found', { what }, 404);
