import { type CellObject, SSF } from '@e965/xlsx';

const two = (n: number) => String(n).padStart(2, '0');

/**
 * The text of a workbook's cell as a person saw it, with two exceptions: dates are ISO (what a sheet shows depends on the country
 * of the machine), with the time only when there is one, and no digit is hidden by scientific notation.
 */
export function cellText(cell: CellObject | undefined, date1904: boolean): string {
  if (!cell || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell.v, cell, date1904);
  if (cell.t === 'd' && cell.v instanceof Date)
    return cell.v
      .toISOString()
      .replace('T00:00:00.000Z', '')
      .replace(/\.000Z$/, '')
      .replace('T', ' ');
  return cell.w !== undefined && cell.t !== 's' ? cell.w : cell.t === 'b' ? (cell.v ? 'TRUE' : 'FALSE') : String(cell.v);
}

function numberText(value: number, cell: CellObject, date1904: boolean): string {
  const format = typeof cell.z === 'string' ? cell.z : typeof cell.z === 'number' ? (SSF.get_table()[cell.z] ?? 'General') : 'General';
  if (SSF.is_date(format)) return dateText(value, format, date1904) ?? cell.w ?? String(value);
  const shown = cell.w ?? String(value);
  const general = format === 'General' || format === '';
  if (general || /e[+-]?\d/i.test(shown) || shown.startsWith('####')) return plainNumber(value);
  return shown.trim();
}

/** All digits of a number, without an exponent where it is whole. */
function plainNumber(value: number): string {
  const text = String(value);
  return /e\+/.test(text) && Number.isInteger(value) ? BigInt(value).toString() : text;
}

/** Null when the number is no date. Formats without year, month and day give a time, those without hours a date. */
function dateText(value: number, format: string, date1904: boolean): string | null {
  const parts = SSF.parse_date_code(value, { date1904 });
  if (!parts) return null;
  const bare = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[[a-z]*\d*\]/gi, (found) => (/^\[[hms]+\]$/i.test(found) ? found : ''));
  if (/\[[hms]+\]/i.test(bare)) return null;
  const time = `${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
  if (!/[yd]|mmm/i.test(bare) && /[hs]/i.test(bare)) return time;
  const date = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  return time === '00:00:00' ? date : `${date} ${time}`;
}
