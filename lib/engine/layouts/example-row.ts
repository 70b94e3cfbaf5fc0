import { type FieldCode, fieldOf } from '@/lib/engine/fields';
import type { Cells } from '@/lib/engine/types';

const NAMES: readonly FieldCode[] = ['FIRSTNAME', 'LASTNAME'];
const IDENTITY: readonly FieldCode[] = ['CONTACT_NR', 'EMAIL1'];

// A spreadsheet that took the number for a number has dropped its zeros.
const comparable = (text: string) => text.replace(/^0+(?=\d)/, '');

/** Of each of them what the example has. */
const EXAMPLES = new Map([...NAMES, ...IDENTITY].map((code) => [code, comparable(fieldOf(code)?.example ?? '')]));

/** Whether a cell is the example of its field; undefined where it is empty. */
const agrees = (cells: Cells, code: FieldCode): boolean | undefined => {
  const cell = cells[code];
  return cell == null ? undefined : comparable(cell) === EXAMPLES.get(code);
};

/**
 * Whether a row is the example of a template that was left in the file: the person of the example, by name and by number or e-mail. The
 * other cells do not matter: programs that open a template write its dates, phones and yes and no in their own way.
 */
export function isExampleRow(cells: Cells): boolean {
  if (NAMES.some((code) => agrees(cells, code) !== true)) return false;
  const identity = IDENTITY.map((code) => agrees(cells, code));
  return identity.includes(true) && !identity.includes(false);
}
