import type { FieldCode } from '@/lib/engine/fields';
import { FIRST_MADE_COLUMN } from './edited-row';
import type { Edit, EditOp, Edits } from './index';

/** Columns that an edit reads. */
export const columnsRead = (of: Edit): number[] => ('columns' in of ? of.columns : [of.column]);

/** Columns that an edit makes; the others change the one they read. */
export const columnsMade = (of: Edit): number[] => ('into' in of ? [of.into].flat() : []);

/** The column of the file that a column stands for: itself, or the first that it was made from. */
export function sourceOf(column: number, { list }: Edits): number {
  const maker = column < FIRST_MADE_COLUMN ? undefined : list.find((each) => columnsMade(each).includes(column));
  return maker ? sourceOf(columnsRead(maker)[0] ?? column, { version: 1, list: list.slice(0, list.indexOf(maker)) }) : column;
}

const USUAL: { readonly [Op in EditOp]?: readonly (FieldCode | null)[] } = {
  'split-name': ['LASTNAME', 'FIRSTNAME', 'TITLE'],
  'split-address': ['LINE1', 'LINE2', 'LINE3', 'ZIPCODE', 'TOWN', 'COUNTRY'],
  'split-phones': ['TELEPHONE', 'CELLPHONE'],
  'split-email': ['EMAIL1', null],
};

/** The fields that the columns made by an edit are meant for, in their order; nothing where only a person knows. */
export const usualFields = (op: EditOp): readonly (FieldCode | null)[] => USUAL[op] ?? [];
