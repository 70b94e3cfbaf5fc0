import {
  type CheckedRow,
  type ColumnProfile,
  checkRows,
  cleanRows,
  type InstitutionContext,
  type Mapping,
  mapRows,
  openFile,
  prepareChecking,
  prepareCleaning,
  type RawRow,
  type ReadOptions,
} from '@/lib/engine';
import { arrayLiteral, copyLine } from '@/lib/server/database/copy-rows';
import { fileSource } from '@/lib/server/threads/file-source';

/** A file to be read, mapped, cleaned and checked. */
export interface StageTask {
  path: string;
  readOptions: ReadOptions;
  mapping: Mapping;
  profile: Pick<ColumnProfile, 'index' | 'samples' | 'dateOrder'>[];
  institution: InstitutionContext;
}

/** Lines for COPY into the table `staged`, and how many rows they are. */
export interface StagedChunk {
  copy: Uint8Array<ArrayBuffer>;
  rows: number;
}

/** The table that the lines are for. Rows that are not carried out have no keys: nobody is looked for on their behalf. */
export const STAGED_COLUMNS = 'row int, cells text[], key_number text, key_email text, key_structure text, structure_name text, checked text';

/** Reads a file to its end, chunk by chunk. Throws the engine's ReadError where it cannot be read. */
export function* stageRows({ path, readOptions, mapping, profile, institution }: StageTask): Generator<StagedChunk> {
  const source = fileSource(path);
  const cleaning = prepareCleaning(institution, mapping, profile);
  const checking = prepareChecking(institution, mapping);
  let carried: ReturnType<typeof checkRows>['carried'] | undefined;
  try {
    for (const raw of openFile(source, readOptions).chunks()) {
      const checked = checkRows(cleanRows(mapRows(raw, mapping), cleaning), checking, carried);
      carried = checked.carried;
      yield { copy: copyText(raw, checked.rows), rows: raw.length };
    }
  } finally {
    source.close();
  }
}

function copyText(raw: readonly RawRow[], checked: readonly CheckedRow[]): Uint8Array<ArrayBuffer> {
  let text = '';
  checked.forEach((row, at) => {
    const keys = row.refusal === null ? row.keys : { number: null, email: null, structure: null };
    const name = keys.structure === null ? null : (row.cells.OFFICIAL_NAME ?? null);
    text += copyLine([row.row, arrayLiteral(raw[at]?.cells ?? []), keys.number, keys.email, keys.structure, name, JSON.stringify(row)]);
  });
  return new TextEncoder().encode(text);
}
