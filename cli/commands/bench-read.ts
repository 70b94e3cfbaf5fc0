import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ReadMeasure } from '@/bench/run-read-bench';

const USAGE = 'Usage: npm run bench -- read [--rows N] [--json]\n';

const OPTIONS = {
  rows: { type: 'string', default: '1000000' },
  json: { type: 'boolean', default: false },
  contender: { type: 'string' },
  file: { type: 'string' },
} as const;

/** The seconds of each contender by those of Foyer for the same file. */
function table(measures: readonly ReadMeasure[]): string {
  const lines = measures.map(({ contender, rows, seconds, peakMb }) => {
    const own = measures.find((other) => other.contender === `${contender.split('-')[0]}-foyer`);
    const ratio = seconds / (own?.seconds ?? seconds);
    return [contender, seconds.toFixed(2), Math.round(rows / seconds).toLocaleString('en'), String(peakMb), ratio.toFixed(2)];
  });
  const rows = [['contender', 'seconds', 'rows/s', 'peak MB', '× Foyer'], ...lines];
  return rows.map(([first = '', ...rest]) => `${first.padEnd(14)}${rest.map((cell) => cell.padStart(12)).join('')}\n`).join('');
}

/** `foyer bench read`: how fast files are read, against the libraries in use for it, in one run and each in a process of its own. */
export async function benchRead(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { isContender } = await import('@/bench/read-contenders');
  const { measureReading, runReadBench } = await import('@/bench/run-read-bench');
  if (values.contender && values.file && isContender(values.contender)) {
    process.stdout.write(JSON.stringify(await measureReading(values.contender, values.file)));
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    const measures = await runReadBench(folder, rows, [process.argv[1] ?? '', 'bench', 'read']);
    process.stdout.write(values.json ? measures.map((measure) => `${JSON.stringify(measure)}\n`).join('') : table(measures));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}
