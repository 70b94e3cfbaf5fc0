import { layoutOf } from '@/lib/engine/layouts';
import {
  CODE_LENGTH,
  CRITERION_SCOPES,
  CRITERION_TYPES,
  type DefinitionList,
  INTERNET_USES,
  isCriterionCode,
  isDefinitionValue,
  isTypeCode,
  LAST_RANK,
  VALUE_LENGTH,
} from './definition';
import type { DefinitionProblem, DefinitionProblemCode } from './definition-problem';
import type { WantedAbout, WantedLabels } from './wanted';

/** A row of definitions by itself. `code` is null where it cannot be told; `isRefused` when a cell of it cannot be used. */
export interface ReadRow {
  row: number;
  code: string | null;
  value: string | null;
  about: WantedAbout;
  /** What the row says of its value or structure type. */
  ofValue: { labels: WantedLabels; rank?: number };
  retired?: boolean;
  isRefused: boolean;
  problems: DefinitionProblem[];
}

type Cells = Readonly<Record<string, string>>;

const FLAGS = { TRUE: true, T: true, FALSE: false, F: false } as const;
const STATUSES = { ACTIVE: false, RETIRED: true } as const;
const CLEAR = '=';

/** Reads the cells of one row, each on its own, and tells what cannot be used. */
class CellReader {
  readonly problems: DefinitionProblem[] = [];
  constructor(
    private readonly list: DefinitionList,
    private readonly row: number,
    private readonly cells: Cells,
  ) {}

  refuse(column: string, code: DefinitionProblemCode, params: DefinitionProblem['params'] = {}): undefined {
    this.problems.push({ row: this.row, column, code, params: { column, ...params } });
  }

  /** A text that may be cleared; null clears it. */
  text(column: string): string | null | undefined {
    const text = this.cells[column];
    if (text === undefined) return undefined;
    if (text === CLEAR) return null;
    if ([...text].length <= VALUE_LENGTH) return text;
    return this.refuse(column, 'definition-text-too-long', { value: text, max: VALUE_LENGTH });
  }

  labels(prefix: string): WantedLabels {
    const [en, fr] = [this.text(`${prefix}_EN`), this.text(`${prefix}_FR`)];
    return { ...(en !== undefined && { en }), ...(fr !== undefined && { fr }) };
  }

  /** One of some words, in any case. */
  word<Value>(column: string, words: Readonly<Record<string, Value>>): Value | undefined {
    const text = this.cells[column];
    if (text === undefined) return undefined;
    if (text === CLEAR) return this.refuse(column, 'definition-not-cleared', { value: text });
    const found = Object.entries(words).find(([word]) => word === text.toUpperCase());
    if (found) return found[1];
    const allowed = layoutOf(this.list)?.columns.find(({ code }) => code === column)?.allowed ?? [];
    return this.refuse(column, 'definition-word-unknown', { value: text, expected: allowed.join(', ') });
  }

  rank(): number | undefined {
    const text = this.cells.RANK;
    if (text === undefined) return undefined;
    if (/^\d{1,4}$/.test(text)) return Number(text);
    return this.refuse('RANK', 'definition-rank-unusable', { value: text, max: LAST_RANK });
  }

  code(): string | null {
    const text = this.cells.CODE;
    const isUsable = this.list === 'criteria' ? isCriterionCode : isTypeCode;
    if (text !== undefined && isUsable(text)) return text;
    if (text === undefined) this.refuse('CODE', 'definition-code-missing');
    else this.refuse('CODE', 'definition-code-unusable', { value: text, max: CODE_LENGTH });
    return null;
  }

  value(): string | null {
    const text = this.cells.VALUE;
    if (text === undefined) return null;
    if (!isDefinitionValue(text)) this.refuse('VALUE', 'definition-value-unusable', { value: text, max: VALUE_LENGTH });
    return text;
  }
}

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word.toUpperCase(), word])) as Record<string, Word>;

const defined = <Value extends object>(value: Value): Partial<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<Value>;

function aboutOf(reader: CellReader): WantedAbout {
  const name = reader.text('NAME');
  if (name === null) reader.refuse('NAME', 'definition-not-cleared', { value: CLEAR });
  const section = reader.text('SECTION');
  const about = {
    name: name ?? undefined,
    section: section === null ? '' : section,
    scope: reader.word('CONTACT_TYPE', words(CRITERION_SCOPES)),
    type: reader.word('DATA_TYPE', words(CRITERION_TYPES)),
    mandatory: reader.word('MANDATORY', FLAGS),
    centralised: reader.word('CENTRALISED', FLAGS),
    internet: reader.word('INTERNET', words(INTERNET_USES)),
  };
  return { ...defined(about), labels: reader.labels('LABEL') };
}

/** What a row says; the rank and the status of a row with a value are those of the value. */
export function readRow(list: DefinitionList, row: number, cells: Cells): ReadRow {
  const reader = new CellReader(list, row, cells);
  const ofCriteria = list === 'criteria';
  const code = reader.code();
  const value = ofCriteria ? reader.value() : null;
  const about = ofCriteria ? aboutOf(reader) : { labels: {} };
  const rank = reader.rank();
  const ofValue = { labels: reader.labels(ofCriteria ? 'VALUE' : 'LABEL'), ...(rank !== undefined && { rank }) };
  const retired = reader.word('STATUS', STATUSES);
  const { problems } = reader;
  return { row, code, value, about, ofValue, ...(retired !== undefined && { retired }), isRefused: problems.length > 0, problems };
}
