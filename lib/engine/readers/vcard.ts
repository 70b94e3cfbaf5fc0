import { issue } from '@/lib/engine/issues';
import type { ByteSource, ReadOptions } from '@/lib/engine/types';
import type { Book, BookRow } from './book';
import { bookSheets, openBook } from './book-table';
import type { Reader } from './reader';
import { encodingOf, headText, textPieces } from './text/text-encoding';
import { cards } from './vcard/cards';

/** Address cards (vCard 2.1, 3 and 4): one card is one row, under headings of our own. */
export const vcard: Reader = {
  id: 'vcard',
  extensions: ['vcf', 'vcard'],
  sniff: (head) => /^\s*BEGIN:VCARD\s/i.test(headText(head)),
  open: (source, options) => openBook(cardBook(source, options), options),
  sheets: (source, options) => bookSheets(cardBook(source, options)),
};

function cardBook(source: ByteSource, options: ReadOptions): Book {
  const encoding = encodingOf(source, options.encoding);
  const read = () => cards(textPieces(source, encoding));
  const headings = new Set<string>();
  for (const { values } of read()) for (const heading of values.keys()) headings.add(heading);
  return {
    format: 'vcard',
    encoding,
    isHeaded: true,
    sheets: [{ index: 0, name: '', visible: true, rows: null }],
    issues: [],
    *rows(): Generator<BookRow> {
      let row = 1;
      if (headings.size > 0) yield { row, cells: [...headings], numbers: [] };
      for (const { values, closed } of read()) {
        row++;
        const cells = Array.from(headings, (heading) => values.get(heading) ?? '');
        yield closed ? { row, cells, numbers: [] } : { row, cells, numbers: [], issues: [issue('record-cut-short', row, null)] };
      }
    },
  };
}
