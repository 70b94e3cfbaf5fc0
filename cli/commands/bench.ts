import { parseArgs } from 'node:util';
import { type Measured, meaningOf } from '@/bench/measures';
import { makeScratchFolder } from '@/bench/scratch-folder';
import type { Stage } from '@/bench/stopwatch';

const USAGE = `Usage: npm run bench -- [--rows N] [--without-pages] [--json]
       npm run bench -- removals [--rows N] [--json]
       npm run bench -- read [--rows N] [--json]

Imports invented contacts and prints what each stage took, then each measure with its bar. --without-pages leaves out the part that
starts the whole product. removals: each operation that removes, against an update of as many contacts.
`;

const OPTIONS = {
  rows: { type: 'string', default: '100000' },
  'without-pages': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Column<Row> = [title: string, show: (row: Row) => string];

const STAGE_COLUMNS: Column<Stage>[] = [
  ['stage', ({ stage }) => stage],
  ['seconds', ({ seconds }) => seconds.toFixed(2)],
  ['rows/s', ({ rows, seconds }) => (rows > 1 ? Math.round(rows / seconds).toLocaleString('en') : '')],
];

const MEASURE_COLUMNS: Column<Measured>[] = [
  ['measure', ({ measure }) => measure],
  ['value', ({ value }) => String(value)],
  ['bar', ({ bar }) => `≤ ${bar}`],
  ['', ({ value, bar }) => (value <= bar ? 'met' : 'missed')],
  ['what', ({ measure }) => meaningOf(measure)],
];

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, show]) => show(row)))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line
          .map((text, at) => text.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/**
 * `foyer bench`: imports of invented contacts, stage by stage, measured against bare COPY of the same rows in the same run; `foyer bench
 * read`: reading alone.
 */
export async function bench(args: string[]): Promise<number> {
  if (args[0] === 'read') return (await import('./bench-read')).benchRead(args.slice(1));
  const isOfRemovals = args[0] === 'removals';
  const wanted = wantedOf(isOfRemovals ? args.slice(1) : args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  const folder = makeScratchFolder();
  try {
    // Loaded only now: what it loads reads the settings that the scratch folder has just made.
    const told = isOfRemovals
      ? [await (await import('@/bench/removal-bench')).removalBench(folder.path, wanted.rows)]
      : await ofImports(folder.path, wanted);
    const stages = told.flatMap((part) => part.stages);
    const measures = highest(told.flatMap((part) => part.measures));
    const lines = [...stages, ...measures].map((line) => `${JSON.stringify(line)}\n`).join('');
    process.stdout.write(wanted.json ? lines : `${table(stages, STAGE_COLUMNS)}\n${table(measures, MEASURE_COLUMNS)}`);
  } finally {
    folder.remove();
  }
  return 0;
}

async function ofImports(folder: string, { rows, pages }: { rows: number; pages: boolean }) {
  const { importBench } = await import('@/bench/import-bench');
  const told = [await importBench(folder, rows)];
  return pages ? [...told, await (await import('@/bench/page-bench')).pageBench(folder, rows)] : told;
}

/** Of a measure that was taken twice the worse. */
const highest = (measures: readonly Measured[]): Measured[] =>
  measures.filter(
    ({ measure, value }, at) =>
      !measures.some((other, place) => other.measure === measure && (other.value > value || (other.value === value && place < at))),
  );

function wantedOf(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const rows = Number(values.rows);
    return Number.isInteger(rows) && rows >= 10 ? { rows, pages: !values['without-pages'], json: values.json } : null;
  } catch {
    return null;
  }
}
