import { CODES_WITHIN } from '@/lib/engine/detect/header';
import { codeCount, isFormatHeader, namesOwnerAndOperation } from '@/lib/engine/layouts/known-codes';
import { type Book, firstRows } from './book';
import { ReadError } from './reader';

/** The index of the sheet asked for, else of the one written in the format, else of the first visible one that holds rows. Throws ReadError. */
export function chosenSheet(book: Book, asked: number | undefined): number {
  const { sheets } = book;
  if (asked !== undefined) {
    if (!sheets[asked]) throw new ReadError('no-such-sheet', { sheet: asked + 1, sheets: sheets.length });
    return asked;
  }
  if (sheets.length < 2) return 0;
  const filled = sheets.map((info) => ({ ...info, head: firstRows(book, info.index, CODES_WITHIN) })).filter(({ head }) => head.length > 0);
  return (templateSheet(filled) ?? filled.find(({ visible }) => visible) ?? filled[0] ?? sheets[0])?.index ?? 0;
}

type Headed = { index: number; head: readonly { cells: readonly string[] }[] };

/**
 * The sheet that is written in the format: the first that names owner and operation in one of its first rows, else the one with most
 * codes, since lists of allowed values are headed by some codes too.
 */
function templateSheet<Sheet extends Headed>(sheets: readonly Sheet[]): Sheet | undefined {
  const headed = sheets.flatMap((sheet) => {
    const header = sheet.head.find(({ cells }) => isFormatHeader(cells))?.cells;
    return header ? [{ sheet, steers: namesOwnerAndOperation(header), codes: codeCount(header) }] : [];
  });
  const [fullest] = [...headed].sort((a, b) => b.codes - a.codes);
  return (headed.find(({ steers }) => steers) ?? fullest)?.sheet;
}
