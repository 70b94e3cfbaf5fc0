import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from '@/lib/engine';
import { agileBook, partlyLockedDocument, recordBook, standardBook, whollyLockedDocument } from './locked-book.fixture';
import { unlockedBook } from './unlocked-book';

const sourceOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  name: 'book',
  read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
});

describe.each([
  ['Excel 2010', agileBook],
  ['Excel 2007', standardBook],
  ['Excel 97', recordBook],
  ['OpenDocument, part by part', (password: string) => partlyLockedDocument(password)],
  ['LibreOffice, as a whole', whollyLockedDocument],
])('a book locked by %s', (_, lockedBook) => {
  const locked = lockedBook('sésame');

  it('is refused by the reader for its password', () => {
    expect(() => openFile(sourceOf(locked))).toThrow(expect.objectContaining({ code: 'password-protected' }));
  });

  it('opens with its password', () => {
    const table = openFile(sourceOf(unlockedBook(locked, 'sésame')));
    expect([...table.chunks()].flat().map(({ cells }) => cells)).toEqual([['Zoë', 'Köln']]);
  });

  it('does not open with another one', () => {
    expect(() => unlockedBook(locked, 'sesame')).toThrow(expect.objectContaining({ code: 'wrong-password' }));
  });

  it('whose lock is damaged is refused', () => {
    const damaged = Buffer.from(locked);
    for (let at = 512; at < damaged.length; at += 7) damaged[at] = (damaged[at] as number) ^ 0x5a;
    expect(() => unlockedBook(damaged, 'sésame')).toThrow();
  });
});

it.each([
  ['a cipher that is given up', partlyLockedDocument('x', 'Blowfish CFB')],
  ['nothing at all', Buffer.from(zipSync({ 'content.xml': strToU8('<x/>') }))],
])('a document that is locked by %s is refused as such', (_, locked) => {
  expect(() => unlockedBook(locked, 'x')).toThrow(expect.objectContaining({ code: 'lock-not-known' }));
});

it('a book without a lock cannot be unlocked', () => {
  expect(() => unlockedBook(Buffer.from('name,town\n'), 'x')).toThrow(expect.objectContaining({ code: 'lock-not-known' }));
});
