import { isOfAddress } from '@/lib/engine/addresses';
import type { FieldCode } from '@/lib/engine/fields';
import type { Cells, OldCells } from '@/lib/engine/types';
import { isChangeable } from './column-key';

/**
 * The cells without those that are as they were exported: what nobody edited is not asked for, whatever is stored by now. An address whose
 * uses were edited is asked for as a whole.
 */
export function dropUntouched(cells: Cells, old: OldCells): Cells {
  const uses = cells.ADDR_TYPE ?? old.ADDR_TYPE ?? undefined;
  const areUsesEdited = 'ADDR_TYPE' in old && uses !== (old.ADDR_TYPE ?? undefined);
  const left: Cells = uses === undefined ? {} : { ADDR_TYPE: uses };
  for (const [key, cell] of Object.entries(cells) as [FieldCode, Cells[FieldCode]][]) {
    if (cell === undefined) continue;
    const isUntouched = isChangeable(key) && old[key] === cell && !(areUsesEdited && isOfAddress(key));
    if (!isUntouched) left[key] = cell;
  }
  return left;
}
