/** What a clipboard holds, by its type; '' for a type it does not hold. */
interface Clipboard {
  getData(type: string): string;
  readonly files?: ArrayLike<File>;
}

/**
 * The table in a clipboard as a file: a file that was copied, the cells that a spreadsheet or a page puts there, or lines of text with
 * several cells. Null when it holds none.
 */
export function pastedTable(clipboard: Clipboard, name: string): File | null {
  const file = clipboard.files?.[0];
  if (file) return file;
  const page = clipboard.getData('text/html');
  if (/<table\b/i.test(page)) return new File([page], `${name}.html`, { type: 'text/html' });
  const text = clipboard.getData('text/plain');
  return /[\t;,|]/.test(text) && /\S\s*[\r\n]/.test(text) ? new File([text], `${name}.txt`, { type: 'text/plain' }) : null;
}
