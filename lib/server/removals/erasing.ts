import { erases, REMOVALS } from '@/lib/engine';

/** Of the operations of removals those that take values away for ever, as a list in SQL. */
export const ERASING = `(${REMOVALS.filter(erases)
  .map((operation) => `'${operation}'`)
  .join(', ')})`;
