import type { Edits } from '@/lib/engine/edits';
import { fieldOf } from '@/lib/engine/fields';
import type { DateOrder } from '@/lib/engine/fields/field';
import { fold } from '@/lib/engine/fields/values/tidy';
import type { ColumnKey } from '@/lib/engine/round-trip/column-key';
import type { ColumnProfile, Mapping } from '@/lib/engine/types';
import type { ValueCount } from '@/lib/engine/value-mix';
import { reachedFields } from './reached-fields';

/** How a column that is imported is filled. */
export interface ColumnShape {
  header: string;
  /** The first field that it reaches. */
  field: ColumnKey;
  filled: number;
  distinct: number;
  /** Only of columns that hold dates. */
  dateOrder?: DateOrder;
  /** Only of columns whose every field takes the values of a list. */
  mix?: ValueCount[];
}

/** How a file is filled, to be compared with another one. Holds no contact: counts, names of columns and values of closed lists. */
export interface FileShape {
  rows: number;
  columns: ColumnShape[];
}

const LISTED_TYPES: readonly string[] = ['flag', 'country', 'language', 'criterion'];
const LISTED_FIELDS: readonly string[] = ['OPERATION', 'ORGANIZATION', 'ROLE', 'TITLE', 'STRUCT_TYPE', 'COMMUNITY_TYPE', 'DEPARTMENT'];

/** Whether the values of a field come from a list: they say nothing of who a person is. */
const isListed = (field: ColumnKey): boolean => LISTED_FIELDS.includes(field) || LISTED_TYPES.includes(fieldOf(field)?.type ?? '');

/** The same value however it is spelled, under its most usual spelling. */
function mixOf(counts: readonly ValueCount[]): ValueCount[] {
  const merged = new Map<string, ValueCount>();
  for (const [value, rows] of counts) {
    const key = fold(value.trim());
    const before = merged.get(key);
    if (before) before[1] += rows;
    else merged.set(key, [value.trim(), rows]);
  }
  return [...merged.values()];
}

/** The shape of a file that is mapped in this way: of the columns that are imported, and of no other. */
export function shapeOf(profile: readonly ColumnProfile[], mapping: Mapping, edits: Edits): FileShape {
  const reached = reachedFields(mapping, edits);
  const columns = profile.flatMap(({ index, header, filled, distinct, dateOrder, mix }): ColumnShape[] => {
    const fields = reached.get(index) ?? [];
    const [field] = fields;
    if (!field) return [];
    const dated = dateOrder && fields.some((each) => fieldOf(each)?.type === 'date');
    const listed = mix && fields.every(isListed);
    return [{ header, field, filled, distinct, ...(dated && { dateOrder }), ...(listed && { mix: mixOf(mix) }) }];
  });
  return { rows: profile[0]?.rows ?? 0, columns };
}
