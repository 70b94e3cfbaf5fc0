import { parseArgs } from 'node:util';
import { makeScratchFolder } from '@/bench/scratch-folder';
import type { Measure } from '@/bench/stopwatch';

const USAGE = 'Usage: npm run bench -- [read] [--rows N] [--json]\n';

const COLUMNS: [string, (measure: Measure) => string][] = [
  ['stage', ({ stage }) => stage],
  ['seconds', ({ seconds }) => seconds.toFixed(2)],
  ['rows/s', ({ rowsPerSecond }) => rowsPerSecond.toLocaleString('en')],
  ['peak MB', ({ peakMemoryMb }) => String(peakMemoryMb)],
  ['× COPY', ({ ratioToCopy }) => ratioToCopy?.toFixed(1) ?? ''],
];

function table(measures: Measure[]): string {
  const lines = [COLUMNS.map(([title]) => title), ...measures.map((measure) => COLUMNS.map(([, show]) => show(measure)))];
  const widths = COLUMNS.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const cell = (text: string, at: number) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0));
  return lines.map((line) => `${line.map(cell).join('  ')}\n`).join('');
}

/** `foyer bench`: an import of invented contacts, stage by stage, measured against a bare COPY of the same rows in the same run; `foyer bench read`: reading alone. */
export async function bench(args: string[]): Promise<number> {
  if (args[0] === 'read') return (await import('./bench-read')).benchRead(args.slice(1));
  const { values } = parseArgs({ args, options: { rows: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } } });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1) {
    process.stderr.write(USAGE);
    return 2;
  }
  const folder = makeScratchFolder();
  try {
    // Loaded only now: what it loads reads the settings that the scratch folder has just made.
    const { runBench } = await import('@/bench/run-bench');
    const measures = await runBench(folder.path, rows);
    process.stdout.write(values.json ? measures.map((measure) => `${JSON.stringify(measure)}\n`).join('') : table(measures));
  } finally {
    folder.remove();
  }
  return 0;
}
