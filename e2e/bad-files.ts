import { encryptedBook, templateBook } from './contact-book';
import { type BroughtFile, HEADER } from './contact-list';
import { t } from './texts';

const csv = (name: string, text: string): BroughtFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The first bytes of a picture, under a name that claims otherwise. */
const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(600, 0xa7)]);

function truncated(word: string): BroughtFile {
  const whole = templateBook(`cut short ${word}.xlsx`, word, ['1', '2']);
  return { ...whole, buffer: whole.buffer.subarray(0, whole.buffer.length / 2) };
}

interface BadFile {
  what: string;
  file: BroughtFile;
  /** What the person reads beside the first rows. */
  sentence: string;
  /** What the person reads where the import stopped; the same unless said. */
  reason?: string;
}

/** Files from which nothing can be imported, each with what is said about it; the word goes into their names. */
export const badFiles = (word: string): BadFile[] => [
  { what: 'of blank lines only', file: csv(`blank ${word}.csv`, '\n\n\n'), sentence: t('issues.empty-file'), reason: t('errors.empty-file') },
  {
    what: 'with a header and nothing below',
    file: csv(`header ${word}.csv`, `${HEADER.join(';')}\n`),
    sentence: t('issues.no-rows'),
    reason: t('errors.no-rows'),
  },
  {
    what: 'that is a picture called .csv',
    file: { name: `logo ${word}.csv`, mimeType: 'text/csv', buffer: picture },
    sentence: t('errors.unsupported-format', { kind: 'PNG', instead: 'CSV, XLSX' }),
  },
  { what: 'with a password', file: encryptedBook(`secret ${word}.xlsx`), sentence: t('errors.password-protected') },
  { what: 'that was cut short', file: truncated(word), sentence: t('errors.damaged-file', { format: 'xlsx' }) },
  {
    what: 'of five thousand columns',
    file: csv(`wide ${word}.csv`, `${Array.from({ length: 5_000 }, (_, index) => `c${index}`).join(';')}\n${';'.repeat(4_999)}\n`),
    sentence: t('errors.too-many-columns', { columns: 5_000, limit: 1_000 }),
  },
];
