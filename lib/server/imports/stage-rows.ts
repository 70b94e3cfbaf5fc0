import { hash } from 'node:crypto';
import {
  type CheckedRow,
  type ColumnProfile,
  checkRows,
  cleanRows,
  type InstitutionContext,
  type Mapping,
  mapRows,
  openFile,
  type PlannedRow,
  planAlone,
  prepareChecking,
  prepareCleaning,
  type RawRow,
  type ReadOptions,
  repeatableText,
} from '@/lib/engine';
import { arrayLiteral, copyLine } from '@/lib/server/database/copy-rows';
import { storableJson } from '@/lib/server/database/storable-json';
import { fileSource } from '@/lib/server/threads/file-source';
import { columnsOf, issueLine } from './planned-tables';

/** A file to be read, mapped, cleaned and checked. */
export interface StageTask {
  path: string;
  readOptions: ReadOptions;
  mapping: Mapping;
  profile: Pick<ColumnProfile, 'index' | 'samples' | 'dateOrder'>[];
  institution: InstitutionContext;
  /** Which of the file's chunks are this thread's, of how many threads: each reads the whole file and does its part of the rest. */
  share: { index: number; of: number };
}

/** Lines for COPY into the tables of the same names (see STAGED_TABLES), and how many rows they are of. */
export interface StagedChunk {
  staged: Uint8Array<ArrayBuffer>;
  aloneChange: Uint8Array<ArrayBuffer>;
  aloneIssue: Uint8Array<ArrayBuffer>;
  rows: number;
  /** Which chunk of the file this is. */
  at: number;
  /** SHA-256, in hex, of all that its rows would do if each were alone. */
  digest: string;
}

/** The fields and criteria that the rows of a thread touch. */
export type StagedKeys = string[];

/**
 * The tables that the lines are for. `staged`: every row, with the keys that others may share (none where the row is not carried out) and,
 * with keys, what the row says. `alone_…`: what becomes of it when nobody shares them.
 */
export const STAGED_TABLES = {
  staged: `row int, cells text[], key_number text COLLATE "C", key_email text COLLATE "C", key_structure text COLLATE "C", structure_name text COLLATE "C",
    row_hash bigint, bucket "Bucket", checked text`,
  alone_change: `row int, part "ContactKind", structure_row int, after json, row_hash bigint, contact_id bigint DEFAULT nextval('contact_id_seq')`,
  alone_issue: 'row int, "column" int, field text, code text, level "IssueLevel", params json',
} as const;

/** What must be known to stage rows, wherever they come from. */
export type Staging = Pick<StageTask, 'mapping' | 'profile' | 'institution'>;

/** Stages rows chunk by chunk, in the order of the file. */
export interface Stager {
  /** Lines for the rows of a chunk; the rows that `isWanted` leaves out only steer those after them. */
  stage(raw: readonly RawRow[], isWanted?: (row: RawRow) => boolean): Omit<StagedChunk, 'rows' | 'at'>;
  /** Lets rows steer those after them. */
  steer(raw: readonly RawRow[]): void;
  /** What the rows touched so far. */
  keys(): StagedKeys;
}

export function startStaging({ mapping, profile, institution }: Staging): Stager {
  const cleaning = prepareCleaning(institution, mapping, profile);
  const checking = prepareChecking(institution, mapping);
  const columns = columnsOf(mapping);
  const keys = new Set<string>();
  let carried: ReturnType<typeof checkRows>['carried'] | undefined;
  const check = (raw: readonly RawRow[]): CheckedRow[] => {
    const checked = checkRows(cleanRows(mapRows(raw, mapping), cleaning), checking, carried);
    carried = checked.carried;
    return checked.rows;
  };
  return {
    stage(raw, isWanted) {
      const checked = check(raw);
      if (!isWanted) return linesOf(raw, checked, planAlone(checked, institution), columns, keys);
      const wanted = raw.filter(isWanted);
      const rows = checked.filter((_, at) => isWanted(raw[at] as RawRow));
      return linesOf(wanted, rows, planAlone(rows, institution), columns, keys);
    },
    steer: (raw) => void check(raw),
    keys: () => [...keys],
  };
}

/** Stages a thread's share of a file, chunk by chunk. Throws the engine's ReadError where it cannot be read. */
export function* stageRows({ path, readOptions, share, ...staging }: StageTask): Generator<StagedChunk, StagedKeys> {
  const source = fileSource(path);
  const stager = startStaging(staging);
  let at = 0;
  try {
    for (const raw of openFile(source, readOptions).chunks()) {
      if (at++ % share.of === share.index) yield { ...stager.stage(raw), rows: raw.length, at };
      else if (steers(raw, staging.mapping)) stager.steer(raw);
    }
    return stager.keys();
  } finally {
    source.close();
  }
}

/** Whether rows may hold for the rows after them, whose chunk another thread may have. */
function steers(rows: readonly RawRow[], mapping: Mapping): boolean {
  const columns = Object.keys(mapping).map(Number);
  const column = columns.find((index) => mapping[index] === 'OPERATION');
  return column !== undefined && rows.some(({ cells }) => /config/i.test(cells[column] ?? ''));
}

function linesOf(
  raw: readonly RawRow[],
  checked: readonly CheckedRow[],
  planned: readonly PlannedRow[],
  columns: ReadonlyMap<string, number>,
  keys: Set<string>,
): Omit<StagedChunk, 'rows' | 'at'> {
  let staged = '';
  let aloneChange = '';
  let aloneIssue = '';
  checked.forEach((row, at) => {
    const { bucket, changes, issues } = planned[at] as PlannedRow;
    const rowHash = bucket === 'created' ? hashOf(row) : null;
    staged += stagedLine(row, raw[at]?.cells ?? [], rowHash, bucket);
    for (const { part, structure, after } of changes) {
      for (const key in after) keys.add(key);
      aloneChange += copyLine([row.row, part, structure?.kind === 'created' ? structure.row : null, storableJson(after), rowHash]);
    }
    for (const found of issues) aloneIssue += issueLine(row.row, found, columns);
  });
  const bytes = new TextEncoder();
  const digest = hash('sha256', aloneChange);
  return { digest, staged: bytes.encode(staged), aloneChange: bytes.encode(aloneChange), aloneIssue: bytes.encode(aloneIssue) };
}

const NO_KEYS = { number: null, email: null, structure: null };

function stagedLine(row: CheckedRow, cells: readonly string[], rowHash: string | null, bucket: string): string {
  const { number, email, structure } = row.refusal === null ? row.keys : NO_KEYS;
  const isAlone = number === null && email === null && structure === null;
  const name = structure === null ? null : (row.cells.OFFICIAL_NAME ?? null);
  return copyLine([row.row, arrayLiteral(cells), number, email, structure, name, rowHash, bucket, isAlone ? null : storableJson(row)]);
}

/** 64 bits are enough to tell a row from the one before it about the same contact: two that collide are 1 in 10^19. */
function hashOf(row: CheckedRow): string | null {
  const text = repeatableText(row);
  return text === null ? null : hash('sha1', text, 'buffer').readBigInt64BE().toString();
}
