import { tidy } from '@/lib/engine/fields/values/tidy';
import { layoutOf } from '@/lib/engine/layouts';
import type { LayoutColumn } from '@/lib/engine/layouts/layout';
import { unguarded } from '@/lib/engine/round-trip/formula-guard';
import type { RawRow } from '@/lib/engine/types';
import { DEFINITION_LISTS, type DefinitionList } from './definition';
import type { DefinitionProblem } from './definition-problem';
import { gatherWanted } from './gather-wanted';
import { type ReadRow, readRow } from './read-row';
import type { WantedDefinitions } from './wanted';

/** A file of definitions, understood. */
export interface ReadDefinitions {
  list: DefinitionList;
  wanted: WantedDefinitions;
  problems: DefinitionProblem[];
  /** Rows that hold something, without the header and a template's example. */
  rows: number;
  /** Headers of columns that mean nothing here. */
  ignored: string[];
}

/** Rows in which the header is looked for: a title may stand above it. */
const HEADER_WITHIN = 10;

/** Columns by which a file shows that its rows are criteria. */
const OF_CRITERIA = ['DATA_TYPE', 'CONTACT_TYPE', 'NAME', 'VALUE'];

const columnsOf = (list: DefinitionList): readonly LayoutColumn[] => layoutOf(list)?.columns ?? [];

/** The column with this code, or this label in one of the languages. */
function columnHeaded(text: string, columns: readonly LayoutColumn[]): string | null {
  const header = tidy(text).text.toUpperCase();
  if (header === '') return null;
  const byCode = columns.find(({ code }) => code === header);
  return (byCode ?? columns.find(({ labels }) => Object.values(labels).some((label) => label.toUpperCase() === header)))?.code ?? null;
}

/** Which columns a row heads, and of which list; null where it is no header. */
function headerOf(cells: readonly string[]): { list: DefinitionList; columns: (string | null)[] } | null {
  const tries = DEFINITION_LISTS.map((list) => ({ list, columns: cells.map((text) => columnHeaded(text, columnsOf(list))) }));
  const [criteria, types] = tries;
  if (criteria?.columns.includes('CODE') && criteria.columns.some((code) => code !== null && OF_CRITERIA.includes(code))) return criteria;
  return types?.columns.includes('CODE') && types.columns.some((code) => code !== null && code !== 'CODE') ? types : null;
}

/** Reads the rows of a table, its header among the first of them; null where no row heads columns of definitions. */
export function readDefinitions(table: readonly RawRow[]): ReadDefinitions | null {
  const at = table.slice(0, HEADER_WITHIN).findIndex(({ cells }) => headerOf(cells) !== null);
  const header = table[at] && headerOf(table[at].cells);
  if (!header) return null;
  const { list, columns } = header;
  const ignored = (table[at]?.cells ?? []).filter((text, column) => columns[column] === null && text.trim() !== '');
  const problems: DefinitionProblem[] = [];
  const read: ReadRow[] = [];
  let rows = 0;
  for (const raw of table.slice(at + 1)) {
    const cells = cellsByCode(raw, columns);
    if (Object.keys(cells).length === 0 || isExample(cells, list)) continue;
    rows++;
    const found = readRow(list, raw.row, cells);
    problems.push(...found.problems);
    read.push(found);
  }
  const { wanted, problems: gathered } = gatherWanted(list, read);
  return { list, wanted, problems: [...problems, ...gathered].sort((a, b) => a.row - b.row), rows, ignored };
}

/** The filled cells of a row; of two columns with one header the first counts. */
function cellsByCode({ cells }: RawRow, columns: readonly (string | null)[]): Record<string, string> {
  const byCode: Record<string, string> = {};
  columns.forEach((code, at) => {
    const text = unguarded(tidy(cells[at] ?? '').text);
    if (code !== null && text !== '' && byCode[code] === undefined) byCode[code] = text;
  });
  return byCode;
}

/** Whether a row is the example of the template that nobody deleted. */
const isExample = (cells: Readonly<Record<string, string>>, list: DefinitionList): boolean =>
  columnsOf(list).every(({ code, example }) => (cells[code] ?? '') === example);
