import { hash } from 'node:crypto';
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

/** What is known of the rows of a thread once all are staged: the fields and criteria that they touch, and how good their values are. */
export interface StagedShare {
  keys: string[];
  quality: CountedQuality;
}

/**
 * The tables that the lines are for. `staged`: every row as the file has it, with the keys that others may share (none where the row is not
 * carried out) and what else it takes to check it again: the codes that CONFIG rows gave its columns, what edits took over from rows before it, and
 * what its reader said of it.
 * `alone_…`: what becomes of it when nobody shares its keys; nothing, and no bucket, where a contact seems to have been told the same before.
 */
export const STAGED_TABLES = {
  staged: `row int, cells text[], key_number text COLLATE "C", key_email text COLLATE "C", key_structure text COLLATE "C", structure_name text COLLATE "C",
    row_hash bigint, bucket "Bucket", codes json, carried json, read_issues json`,
  alone_change: `row int, part "ContactKind", structure_row int, after json, row_hash bigint, contact_id bigint DEFAULT nextval('contact_id_seq')`,
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
  const quality = new QualityCount();
  const lines: Lines = { staged: new CopyLines(), aloneChange: new CopyLines(), aloneIssue: new CopyLines() };
  return {
    add(raw, isWanted = () => true) {
      const all = stages.inOrder(raw);
      const wanted = <T>(rows: readonly T[]): T[] => rows.filter((_, at) => isWanted(raw[at] as RawRow));
      const [checked, edited] = [wanted(all.checked), wanted(all.edited)];
      quality.add(wanted(all.mapped), checked);
      const hashes = checked.map(repeatableHash);
      const isTold = hashes.map((hashed) => hashed !== null && told !== null && mayHold(told, hashed));
      const untold = checked.filter((_, at) => !isTold[at]);
      addLines({ raw: wanted(raw), edited, checked, hashes, isTold, planned: planAlone(untold, institution) }, columns, keys, lines);
    },
    take() {
      const aloneChange = lines.aloneChange.take();
      return { digest: hash('sha256', aloneChange), staged: lines.staged.take(), aloneChange, aloneIssue: lines.aloneIssue.take() };
    },
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

/** Lines of a chunk in the making, by the table they are for. */
type Lines = Readonly<Record<'staged' | 'aloneChange' | 'aloneIssue', CopyLines>>;

function addLines(
  { raw, edited, checked, hashes, isTold, planned }: Stages,
  columns: ReadonlyMap<string, number>,
  keys: Set<string>,
  lines: Lines,
): void {
  let next = 0;
  checked.forEach((row, at) => {
    const plan = isTold[at] ? null : (planned[next++] as PlannedRow);
    const digest = hashes[at] ?? null;
    const isRepeatable = !plan || (plan.bucket === 'created' && !plan.issues.some(isAboutRetired));
    const rowHash = digest && isRepeatable ? bigint(digest) : null;
    lines.staged.add(stagedLine(row, raw[at] as RawRow, edited[at]?.carried, rowHash, plan?.bucket ?? null));
    for (const { part, structure, after } of plan?.changes ?? []) {
      for (const key in after) keys.add(key);
      lines.aloneChange.add(copyLine([row.row, part, structure?.kind === 'created' ? structure.row : null, storableJson(after), rowHash]));
    }
    for (const found of plan?.issues ?? row.issues) lines.aloneIssue.add(issueLine(row.row, found, columns));
  });
}

const NO_KEYS = { number: null, email: null, structure: null };

function stagedLine(
  row: CheckedRow,
  { cells, issues }: RawRow,
  carried: EditedRow['carried'],
  rowHash: string | null,
  bucket: string | null,
): string {
  const { number, email, structure } = row.refusal === null ? row.keys : NO_KEYS;
  const name = structure === null ? null : (row.cells.OFFICIAL_NAME ?? null);
  const again = [row.codes, carried, issues].map((each) => (each ? storableJson(each) : null));
  return copyLine([row.row, arrayLiteral(storable(cells)), number, email, structure, name, rowHash, bucket, ...again]);
}

/** PostgreSQL keeps no NUL. Another control character in its place is taken out and told by the check in the same way. */
const storable = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => cell.includes('\0')) ? cells.map((cell) => cell.replaceAll('\0', '\u0001')) : cells;

/** As PostgreSQL writes a bigint. */
const bigint = ([high, low]: Digest): string => ((BigInt(high) << 32n) | BigInt(low >>> 0)).toString();
