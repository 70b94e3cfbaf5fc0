import { setTimeout as wait } from 'node:timers/promises';
import { beginDueRuns } from '@/lib/server/approvals/begin-due-runs';
import { issueCertificates } from '@/lib/server/approvals/issue-certificates';
import { connection } from '@/lib/server/database/connection';
import { purgeImports } from '@/lib/server/imports/purge-imports';
import { log } from '@/lib/server/log';
import { eraseTraces } from '@/lib/server/removals/erase-traces';
import { planByRule } from '@/lib/server/removals/plan-by-rule';
import { simulateOnSchedule } from '@/lib/server/removals/simulate-on-schedule';
import { announceWorker } from './lease';
import { queue } from './queue';
import { runJob } from './run-job';
import { sweep } from './sweep';
import { type Turns, takeJob } from './take-job';

/**
 * The jobs a worker handles at the same time, by how many rows they may have: one of any size and one that is soon done, so that no small file
 * waits for a large one, not even for one that is being planned and cannot make way.
 */
const SLOTS = [null, 20_000];
const POLL_MS = 300;
const SWEEP_MS = 2_000;
/** An approved removal without a time to think it over begins as soon as people expect it. */
const DUE_MS = 2_000;
/** Finished jobs are put away by the queue's own maintenance. */
const MAINTAIN_MS = 3_600_000;
/** Whoever was erased is to be gone from everywhere while people still look at the page that says so. */
const TRACES_MS = 2_000;
/** Days are what is kept: an hour more or less is nobody's concern. */
const PURGE_MS = 3_600_000;

/** Calls `work` again and again, `pauseMs` apart unless it says that there is more; survives a database that is away. */
async function repeat(signal: AbortSignal, pauseMs: number, work: () => Promise<boolean>): Promise<void> {
  while (!signal.aborted) {
    const more = await work().catch((error: unknown) => {
      log.error({ err: error }, 'worker could not go on and tries again');
      return false;
    });
    if (!more) await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** What of a removal waits for nobody: the run that is due, the certificate of what is done, the plan of a list that a rule made. */
async function goOnWithRemovals(): Promise<boolean> {
  await beginDueRuns(new Date());
  await issueCertificates(new Date());
  await planByRule();
  return false;
}

async function runNext(turns: Turns, maxRows: number | null, signal: AbortSignal): Promise<boolean> {
  const job = await takeJob({ turns, maxRows });
  if (job) await runJob(job, signal);
  return job !== null;
}

/** Says that this worker lives, and says it again after the connection broke. */
async function stayAnnounced(signal: AbortSignal): Promise<boolean> {
  const presence = await announceWorker();
  const ended = AbortSignal.any([signal, presence.lost]);
  await new Promise<void>((resolve) => (ended.aborted ? resolve() : ended.addEventListener('abort', () => resolve(), { once: true })));
  await presence.release();
  return false;
}

/**
 * Handles jobs until the process gets SIGTERM or SIGINT; then running handlers stop at their next checkpoint and their jobs go
 * back to the queue.
 */
export async function runWorker(): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const turns: Turns = [];
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort());
  await Promise.all([
    repeat(signal, POLL_MS, () => stayAnnounced(signal)),
    repeat(signal, SWEEP_MS, () => sweep().then(() => false)),
    repeat(signal, DUE_MS, goOnWithRemovals),
    repeat(signal, PURGE_MS, () => simulateOnSchedule(new Date()).then(() => false)),
    repeat(signal, MAINTAIN_MS, () =>
      queue()
        .maintain()
        .then(() => false),
    ),
    repeat(signal, TRACES_MS, () => eraseTraces(signal)),
    repeat(signal, PURGE_MS, () => purgeImports(new Date(), signal)),
    ...SLOTS.map((maxRows) => repeat(signal, POLL_MS, () => runNext(turns, maxRows, signal))),
  ]);
  await connection().close();
}
