import type { Carried } from './check';
import { checkRows, prepareChecking } from './check';
import { cleanRows, prepareCleaning } from './clean';
import type { Edits } from './edits';
import { prepareEditing } from './edits/edit-rows';
import { editedProfile } from './edits/edited-profile';
import type { EditedRow } from './edits/edited-row';
import type { InstitutionContext } from './institution-context';
import { mapRows } from './map';
import type { CheckedRow, CleanRow, ColumnProfile, MappedRow, Mapping, RawRow } from './types';

/** What is decided for a file before its rows are looked at. */
export interface FileRules {
  institution: InstitutionContext;
  mapping: Mapping;
  edits: Edits;
  profile: readonly Pick<ColumnProfile, 'index' | 'samples' | 'dateOrder'>[];
}

/** Rows of a file from what was read to what is checked: edited, mapped, cleaned and checked. */
export interface RowStages {
  /** In the order of the file: what rows leave for those after them is carried on. */
  inOrder(rows: readonly RawRow[]): { edited: readonly EditedRow[]; mapped: MappedRow[]; checked: CheckedRow[] };
  /** In the order of the file too, as far as they are cleaned. */
  cleaned(rows: readonly RawRow[]): CleanRow[];
  /** One row once more, with what it was kept with: the same as when it was looked at in order. */
  alone(row: RawRow, carried: EditedRow['carried'] | null, codes?: Carried): CheckedRow[];
}

/** The one way from rows to checked rows, whoever asks and however often. Belongs to one pass over a file. */
export function prepareStages({ institution, mapping, edits, profile }: FileRules): RowStages {
  const place = { country: institution.country, mapping };
  const editing = prepareEditing(edits, place);
  const cleaning = prepareCleaning(institution, mapping, editedProfile(profile, edits, place));
  const checking = prepareChecking(institution, mapping);
  const map = (edited: readonly EditedRow[]) => mapRows(edited, mapping);
  const check = (mapped: readonly MappedRow[], codes?: Carried) => checkRows(cleanRows(mapped, cleaning), checking, codes);
  let carried: Carried | undefined;
  return {
    inOrder(rows) {
      const edited = editing.edit(rows);
      const mapped = map(edited);
      const checked = check(mapped, carried);
      carried = checked.carried;
      return { edited, mapped, checked: checked.rows };
    },
    cleaned: (rows) => cleanRows(map(editing.edit(rows)), cleaning),
    alone: (row, kept, codes) => check(map([editing.editAlone(row, kept)]), codes).rows,
  };
}
