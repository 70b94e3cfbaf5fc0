import { SSF } from '@e965/xlsx';
import { GENERAL, type NumberFormat, numberFormat } from '@/lib/engine/readers/number-text';
import { ReadError } from '@/lib/engine/readers/reader';
import type { XmlScanner } from '@/lib/engine/readers/xml/xml-scanner';

/** Styles of cells in one book: what Excel itself allows. */
const MOST_STYLES = 65_490;

/** The format of numbers for each style of a book. Styles that cannot be read leave numbers as they are. Throws ReadError `too-large`. */
export function numberFormats(xml: XmlScanner | null): NumberFormat[] {
  const own = new Map<string, string>();
  const known = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  const usual = SSF.get_table() as Record<string, string>;
  const formatOf = (id: string) => {
    const format = known.get(id) ?? numberFormat(own.get(id) ?? usual[id] ?? '');
    known.set(id, format);
    return format;
  };
  let inCells = false;
  try {
    for (let place = xml?.next(); xml && place !== 'end'; place = xml.next()) {
      if (place === 'close' && xml.name === 'cellXfs') inCells = false;
      if (place !== 'open') continue;
      if (xml.name === 'numFmt') own.set(xml.attribute('numFmtId') ?? '', xml.attribute('formatCode') ?? '');
      else if (xml.name === 'cellXfs') inCells = true;
      else if (inCells && xml.name === 'xf' && formats.push(formatOf(xml.attribute('numFmtId') ?? '0')) >= MOST_STYLES) break;
    }
  } catch (error) {
    if (!(error instanceof ReadError) || error.code !== 'damaged-file') throw error;
  }
  return formats.length > 0 ? formats : [GENERAL];
}
