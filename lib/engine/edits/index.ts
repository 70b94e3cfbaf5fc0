import { z } from 'zod';
import type { Mapping } from '@/lib/engine/types';
import { letterCase } from './case';
import { clear } from './clear';
import { columnsMade, columnsRead } from './columns';
import type { EditPlace, Step } from './edit';
import { FIRST_MADE_COLUMN } from './edited-row';
import { fillDown } from './fill-down';
import { firstFilled } from './first-filled';
import { join } from './join';
import { mapValues } from './map-values';
import { regexReplace } from './regex-replace';
import { replace } from './replace';
import { setDefault } from './set-default';
import { split } from './split';
import { splitAddress } from './split-address';
import { splitEmail } from './split-email';
import { splitName } from './split-name';
import { splitPhones } from './split-phones';
import { trim } from './trim';

/** The edits by what they are called in JSON. */
const KINDS = {
  replace,
  'regex-replace': regexReplace,
  split,
  join,
  'first-filled': firstFilled,
  'fill-down': fillDown,
  case: letterCase,
  trim,
  'map-values': mapValues,
  'set-default': setDefault,
  clear,
  'split-name': splitName,
  'split-address': splitAddress,
  'split-phones': splitPhones,
  'split-email': splitEmail,
} as const;

export type EditOp = keyof typeof KINDS;

/** One clean-up of a column, or of several, as JSON. */
export type Edit = z.infer<(typeof KINDS)[EditOp]['schema']>;

/** The edits of a file, carried out in this order before its columns are mapped. `version` is that of their JSON. */
export interface Edits {
  version: 1;
  list: Edit[];
}

export const NO_EDITS: Edits = { version: 1, list: [] };

/** Edits of one import: many more than anybody makes by hand. */
const EDITS = 200;

const edit = z.discriminatedUnion('op', [
  replace.schema,
  regexReplace.schema,
  split.schema,
  join.schema,
  firstFilled.schema,
  fillDown.schema,
  letterCase.schema,
  trim.schema,
  mapValues.schema,
  setDefault.schema,
  clear.schema,
  splitName.schema,
  splitAddress.schema,
  splitPhones.schema,
  splitEmail.schema,
]);

/** Every column that is made is made once, and read by later edits only. */
function isInOrder(list: readonly Edit[]): boolean {
  const known = new Set<number>();
  return list.every((each) => {
    if (columnsRead(each).some((index) => index >= FIRST_MADE_COLUMN && !known.has(index))) return false;
    return columnsMade(each).every((index) => !known.has(index) && known.add(index));
  });
}

/** Edits as they are stored and sent: anything else is refused, patterns that do not compile included. */
export const editsSchema: z.ZodType<Edits> = z.strictObject({ version: z.literal(1), list: z.array(edit).max(EDITS).refine(isInOrder) });

/** Whether columns go to fields that no edit makes. */
export const mapsUnmade = (mapping: Mapping, { list }: Edits): boolean => {
  const all = new Set(list.flatMap(columnsMade));
  return Object.keys(mapping).some((index) => Number(index) >= FIRST_MADE_COLUMN && mapping[Number(index)] && !all.has(Number(index)));
};

/** Whether a row's outcome may depend on rows before it. */
export const carries = ({ list }: Edits): boolean => list.some(({ op }) => 'carries' in KINDS[op]);

/** What an edit does, for one pass over rows. */
export const stepOf = (of: Edit, context: EditPlace, place: number): Step =>
  // The kind is looked up by the edit's own op: its prepare takes this very edit.
  (KINDS[of.op].prepare as (given: Edit, context: EditPlace, place: number) => Step)(of, context, place);
