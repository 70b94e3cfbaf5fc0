import { describe, expect, it } from 'vitest';
import { pastedTable } from './pasted-table';

const clipboard = (data: Record<string, string>, files: File[] = []) => ({ getData: (type: string) => data[type] ?? '', files });
const named = (data: Record<string, string>, files?: File[]) => pastedTable(clipboard(data, files), 'Pasted')?.name ?? null;

describe('a clipboard', () => {
  it.each<[string, Record<string, string>, string | null]>([
    ['cells of a spreadsheet', { 'text/html': '<html><table><tr><td>a</td></tr></table></html>', 'text/plain': 'a\tb\n1\t2\n' }, 'Pasted.html'],
    ['lines of cells', { 'text/plain': 'a\tb\n1\t2' }, 'Pasted.txt'],
    ['a word', { 'text/plain': 'theatre' }, null],
    ['a sentence, of one line', { 'text/plain': 'Dear Ann, welcome' }, null],
    ['a paragraph of a page', { 'text/html': '<p>hello</p>', 'text/plain': 'hello' }, null],
    ['nothing', {}, null],
  ])('with %s becomes the right file', (_, data, name) => {
    expect(named(data)).toBe(name);
  });

  it('with a file gives that file', () => {
    expect(named({ 'text/plain': 'people.xlsx' }, [new File(['x'], 'people.xlsx')])).toBe('people.xlsx');
  });
});
