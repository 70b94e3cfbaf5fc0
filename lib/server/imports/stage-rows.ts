import { createHash } from 'node:crypto';
import {
  type CheckedRow,
  type ColumnProfile,
  type CountedQuality,
  carries,
  columnsRead,
  type Digest,
  type EditedRow,
  type Edits,
  FIRST_MADE_COLUMN,
  type InstitutionContext,
  isAboutRetired,
  LIMITS,
  type Mapping,
  openFile,
  type PlannedRow,
  planAlone,
  prepareStages,
  QualityCount,
  type RawRow,
  type ReadOptions,
  repeatableHash,
} from '@/lib/engine';
import { ArrayParameter } from '@/lib/server/database/array-parameter';
import { CopyLines } from '@/lib/server/database/copy-lines';
import { arrayLiteral, copyLine } from '@/lib/server/database/copy-rows';
import { storableJson } from '@/lib/server/database/storable-json';
import { fileSource } from '@/lib/server/threads/file-source';
import { type HashFilter, mayHold } from './hash-filter';
import { columnsOf, issueLine } from './planned-tables';

/** A file to be read, mapped, cleaned and checked. */
export interface StageTask {
  path: string;
  readOptions: ReadOptions;
  mapping: Mapping;
  edits: Edits;
  profile: Pick<ColumnProfile, 'index' | 'samples' | 'dateOrder'>[];
  institution: InstitutionContext;
  /** What contacts were last told; null where none was told anything, or it is not worth asking. */
  told: HashFilter | null;
  /** Whether the file is a text, which our own code reads. */
  isText: boolean;
  /** Which of the file's chunks are this thread's, of how many threads: each reads the whole file and does its part of the rest. */
  share: { index: number; of: number };
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Some rows of a file on their way to the database. */
export interface StagedChunk {
  /** Lines for COPY into the tables of the same names (see STAGED_TABLES). */
  staged: Bytes;
  aloneIssue: Bytes;
  /** Columns of the plan's rows, side by side, as parameters (see ArrayParameter). */
  planRows: { row: Bytes; cells: Bytes; bucket: Bytes };
  /** Columns of what the rows would do if each were alone; null where they would do nothing. */
  planChanges: { row: Bytes; part: Bytes; structureRow: Bytes; after: Bytes; rowHash: Bytes; relays: boolean } | null;
  rows: number;
  /** Which chunk of the file this is. */
  at: number;
  /** SHA-256, in hex, of all that its rows would do if each were alone. */
  digest: string;
}

/** What is known of the rows of a thread once all are staged: the fields and criteria that they touch, and how good their values are. */
export interface StagedShare {
  keys: string[];
  quality: CountedQuality;
}

/**
 * The tables that the lines are for. `staged`: of every row the keys that others may share (none where the row is not carried out), the bucket it
 * has when nobody shares them, whether a contact seems to have been told the same before, and what it takes beside its cells to check it again:
 * the codes that CONFIG rows gave its columns, what edits took over from rows before it, and what its reader said of it.
 * `alone_issue`: what is found about it when it is alone.
 */
export const STAGED_TABLES = {
  staged: `row int, key_number text COLLATE "C", key_email text COLLATE "C", key_structure text COLLATE "C", structure_name text COLLATE "C",
    row_hash bigint, bucket "Bucket", told boolean, codes json, carried json, read_issues json`,
  alone_issue: 'row int, "column" int, field text, code text, level "IssueLevel", params json',
} as const;

/** What must be known to stage rows, wherever they come from. */
export type Staging = Pick<StageTask, 'mapping' | 'edits' | 'profile' | 'institution' | 'told'>;

/** Stages rows in the order of the file. */
export interface Stager {
  /** Adds lines for rows; those that `isWanted` leaves out only steer those after them. */
  add(raw: readonly RawRow[], isWanted?: (row: RawRow) => boolean): void;
  /** The lines of the rows that were added since they were last taken. */
  take(): Omit<StagedChunk, 'rows' | 'at'>;
  /** Lets rows steer those after them. */
  steer(raw: readonly RawRow[]): void;
  /** What the rows touched so far, and how good their values are. */
  share(): StagedShare;
}

export function startStaging({ mapping, edits, profile, institution, told }: Staging): Stager {
  const stages = prepareStages({ institution, mapping, edits, profile });
  const columns = columnsOf(mapping, edits);
  const keys = new Set<string>();
  const quality = new QualityCount(mapping);
  const written = startWriting();
  return {
    add(raw, isWanted = () => true) {
      const all = stages.inOrder(raw);
      const wanted = <T>(rows: readonly T[]): T[] => rows.filter((_, at) => isWanted(raw[at] as RawRow));
      const [kept, checked, edited] = [wanted(raw), wanted(all.checked), wanted(all.edited)];
      quality.add({ raw: kept, edited, mapped: wanted(all.mapped), checked });
      const hashes = checked.map(repeatableHash);
      const isTold = hashes.map((hashed) => hashed !== null && told !== null && mayHold(told, hashed));
      const untold = checked.filter((_, at) => !isTold[at]);
      addLines({ raw: kept, edited, checked, hashes, isTold, planned: planAlone(untold, institution) }, columns, keys, written);
    },
    take: () => take(written),
    steer: (raw) => void stages.inOrder(raw),
    share: () => ({ keys: [...keys], quality: quality.result() }),
  };
}

/** Rows whose objects live at the same time: few enough to be gone before the collector copies them, which else costs a fifth of the time. */
const SLICE = 200;
const SLICES_A_CHUNK = LIMITS.chunkRows / SLICE;

/** Stages a thread's share of a file, chunk by chunk. Throws the engine's ReadError where it cannot be read. */
export function* stageRows({ path, readOptions, share, ...staging }: StageTask): Generator<StagedChunk, StagedShare> {
  const source = fileSource(path);
  const stager = startStaging(staging);
  let slices = 0;
  let rows = 0;
  const chunkOf = (slice: number) => Math.floor(slice / SLICES_A_CHUNK);
  try {
    for (const raw of openFile(source, readOptions).chunks(SLICE)) {
      const at = chunkOf(slices++);
      if (at % share.of !== share.index) {
        if (steers(raw, staging)) stager.steer(raw);
        continue;
      }
      stager.add(raw);
      rows += raw.length;
      if (chunkOf(slices) === at) continue;
      yield { ...stager.take(), rows, at };
      rows = 0;
    }
    if (rows > 0) yield { ...stager.take(), rows, at: chunkOf(slices - 1) };
    return stager.share();
  } finally {
    source.close();
  }
}

/** Whether rows may hold for the rows after them, whose chunk another thread may have. */
function steers(rows: readonly RawRow[], { mapping, edits }: Pick<StageTask, 'mapping' | 'edits'>): boolean {
  if (carries(edits)) return true;
  const operation = Object.keys(mapping)
    .map(Number)
    .find((index) => mapping[index] === 'OPERATION');
  if (operation === undefined) return false;
  // Edited, any text may have become the word.
  const isEdited = operation >= FIRST_MADE_COLUMN || edits.list.some((edit) => columnsRead(edit).includes(operation));
  return isEdited || rows.some(({ cells }) => /config/i.test(cells[operation] ?? ''));
}

/** Rows at each stage, side by side; `planned` holds only those that nobody was told before. */
interface Stages {
  raw: readonly RawRow[];
  edited: readonly EditedRow[];
  checked: readonly CheckedRow[];
  hashes: readonly (Digest | null)[];
  isTold: readonly boolean[];
  planned: readonly PlannedRow[];
}

/** A chunk in the making. */
const startWriting = () => ({
  staged: new CopyLines(),
  aloneIssue: new CopyLines(),
  row: new ArrayParameter('int4'),
  cells: new ArrayParameter('text'),
  bucket: new ArrayParameter('text'),
  change: {
    row: new ArrayParameter('int4'),
    part: new ArrayParameter('text'),
    structureRow: new ArrayParameter('int4'),
    after: new ArrayParameter('text'),
    rowHash: new ArrayParameter('int8'),
  },
  relays: false,
});
type Written = ReturnType<typeof startWriting>;

function take(written: Written): ReturnType<Stager['take']> {
  const { change, relays } = written;
  const planRows = { row: written.row.take(), cells: written.cells.take(), bucket: written.bucket.take() };
  const isChanged = change.row.length > 0;
  const columns = {
    row: change.row.take(),
    part: change.part.take(),
    structureRow: change.structureRow.take(),
    after: change.after.take(),
    rowHash: change.rowHash.take(),
  };
  const digest = createHash('sha256');
  for (const column of Object.values(columns)) digest.update(column);
  written.relays = false;
  const planChanges = isChanged ? { ...columns, relays } : null;
  return { staged: written.staged.take(), aloneIssue: written.aloneIssue.take(), planRows, planChanges, digest: digest.digest('hex') };
}

function addLines(
  { raw, edited, checked, hashes, isTold, planned }: Stages,
  columns: ReadonlyMap<string, number>,
  keys: Set<string>,
  written: Written,
): void {
  let next = 0;
  const { change } = written;
  checked.forEach((row, at) => {
    const plan = isTold[at] ? null : (planned[next++] as PlannedRow);
    const isRepeatable = !plan || (plan.bucket === 'created' && !plan.issues.some(isAboutRetired));
    const rowHash = isRepeatable ? (hashes[at] ?? null) : null;
    const source = raw[at] as RawRow;
    written.row.addInt(row.row);
    written.cells.addText(arrayLiteral(storable(source.cells)));
    const bucket = plan?.bucket ?? BUCKET_OF_TOLD;
    written.bucket.addText(bucket);
    written.staged.add(stagedLine(row, source, edited[at]?.carried, [rowHash && bigint(rowHash), bucket, plan ? 'f' : 't']));
    for (const { part, structure, after } of plan?.changes ?? []) {
      for (const key in after) keys.add(key);
      if (structure) written.relays = true;
      change.row.addInt(row.row);
      change.part.addText(part);
      change.structureRow.addInt(structure?.kind === 'created' ? structure.row : null);
      change.after.addText(storableJson(after));
      change.rowHash.addHalves(rowHash);
    }
    for (const found of plan?.issues ?? row.issues) written.aloneIssue.add(issueLine(row.row, found, columns));
  });
}

/** Nearly always what becomes of a row that a contact seems to have been told before. */
const BUCKET_OF_TOLD = 'unchanged';

const NOT_AGAIN = [null, null, null];
const NO_KEYS = { number: null, email: null, structure: null };

function stagedLine(row: CheckedRow, { issues }: RawRow, carried: EditedRow['carried'], found: readonly (string | null)[]): string {
  const { number, email, structure } = row.refusal === null ? row.keys : NO_KEYS;
  const name = structure === null ? null : (row.cells.OFFICIAL_NAME ?? null);
  const again = row.codes || carried || issues ? [row.codes, carried, issues].map((each) => (each ? storableJson(each) : null)) : NOT_AGAIN;
  return copyLine([row.row, number, email, structure, name, ...found, ...again]);
}

/** PostgreSQL keeps no NUL. Another control character in its place is taken out and told by the check in the same way. */
const storable = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => cell.includes('\0')) ? cells.map((cell) => cell.replaceAll('\0', '\u0001')) : cells;

const whole = new DataView(new ArrayBuffer(8));

/** As PostgreSQL writes a bigint. */
function bigint([high, low]: Digest): string {
  whole.setInt32(0, high);
  whole.setInt32(4, low);
  return whole.getBigInt64(0).toString();
}
