import type { WrongStanding } from '@/lib/engine';

/** What standing.thread.ts is asked: to read a file of standing. */
export interface StandingTask {
  path: string;
}

/** Posted for every chunk of the file: lines for COPY into a table of (row, number, sales, last_purchase, balance, open_orders, beneficiary). */
export interface StandingChunk {
  lines: string;
  rows: number;
  wrong: WrongStanding[];
}
