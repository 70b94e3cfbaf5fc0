import { parseArgs } from 'node:util';
import { cleanRows, type FieldCode, type Issue, isFieldCode, mapRows, prepareCleaning, profileColumns } from '@/lib/engine';

const USAGE = 'Usage: foyer clean FIELD [--country XX] [--column] < one JSON string per line\n';

/** Where nothing else is said, values are read as in an import of a French institution. */
const COUNTRY = 'FR';

/** Issues under which an import keeps the text as typed for a person to correct: no value of the field either. */
const KEPT_AS_TYPED = new Set<Issue['code']>(['bad-phone', 'bad-postcode']);

interface Options {
  field: FieldCode;
  country: string;
  /** Whether the lines are columns, separated by empty lines, whose ambiguities are decided together. */
  column: boolean;
}

/** `foyer clean`: writes for each value of standard input its normal form, or null where it is refused, and what was found. */
export async function clean(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  let input = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
  const columns = columnsOf(input, options.column);
  if (columns === null) {
    process.stderr.write('foyer clean: every line must be a JSON string.\n');
    return 2;
  }
  for (const values of columns) process.stdout.write(answers(values, options));
  return 0;
}

function optionsOf(args: string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { country: { type: 'string' }, column: { type: 'boolean' } },
    });
    const [field] = positionals;
    if (positionals.length !== 1 || !field || !isFieldCode(field)) return null;
    return { field, country: values.country?.toUpperCase() ?? COUNTRY, column: values.column === true };
  } catch {
    return null;
  }
}

/** The values of each column; every value is a column of its own where columns are not asked for. Null when a line is no JSON string. */
function columnsOf(input: string, together: boolean): string[][] | null {
  const columns: string[][] = [[]];
  try {
    for (const line of input.split(/\r?\n/)) {
      if (line === '') {
        columns.push([]);
        continue;
      }
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'string') return null;
      columns.at(-1)?.push(value);
    }
  } catch {
    return null;
  }
  return together ? columns : columns.flat().map((value) => [value]);
}

/** One line of JSON per value. */
function answers(values: readonly string[], { field, country }: Options): string {
  const raw = values.map((value, index) => ({ row: index + 1, cells: [value] }));
  const profiler = profileColumns([field]);
  profiler.add(raw);
  const today = new Date().toISOString().slice(0, 10);
  const cleaning = prepareCleaning({ country, today }, { 0: field }, profiler.result());
  return cleanRows(mapRows(raw, { 0: field }), cleaning)
    .map(({ cells, issues }) => {
      const value = issues.some(({ code }) => KEPT_AS_TYPED.has(code)) ? null : (cells[field] ?? null);
      return `${JSON.stringify({ value, issues: issues.map(({ code, level }) => ({ code, level })) })}\n`;
    })
    .join('');
}
