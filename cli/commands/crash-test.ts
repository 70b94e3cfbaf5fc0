import { parseArgs } from 'node:util';
import { makeScratchFolder } from '@/bench/scratch-folder';

const USAGE = 'Usage: npm run foyer -- crash-test [--rounds N] [--rows N] [--seed N]\n';

const OPTIONS = {
  rounds: { type: 'string', default: '20' },
  rows: { type: 'string', default: '25000' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  /** For itself: the process that takes uploads, on this port. */
  'take-uploads': { type: 'string' },
} as const;

/** `foyer crash-test`: an import whose worker, web process and database are killed at random moments, compared with a calm one. */
export async function crashTest(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values['take-uploads']) return (await import('@/lib/testing/crash/take-uploads')).takeUploads(Number(values['take-uploads']));
  const [rounds, rows, seed] = [values.rounds, values.rows, values.seed].map(Number) as [number, number, number];
  if (![rounds, rows].every((count) => Number.isInteger(count) && count > 0) || !Number.isInteger(seed)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const folder = makeScratchFolder();
  try {
    const { runCrashTest } = await import('@/lib/testing/crash/run-crash-test');
    process.stdout.write(`seed ${seed}\n`);
    const done = await runCrashTest({ folder: folder.path, seed, rows, rounds, say: (line) => process.stdout.write(`${line}\n`) });
    process.stdout.write(`${done} rounds came to the end of the calm run.\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  } finally {
    folder.remove();
  }
}
