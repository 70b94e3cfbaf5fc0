import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { repairedLetters } from '@/lib/engine/detect/encoded-twice';
import { bytesSource } from './bytes';
import { openFile } from './index';

describe('letters encoded twice', () => {
  it.each([
    ['MÃ¼ller', 'Müller'],
    ['FranÃ§ois et ZoÃ«', 'François et Zoë'],
    ['Lâ€™Ã‰tÃ© â€“ 5 â‚¬', 'L’Été – 5 €'],
    ['DvoÅ™Ã¡k', 'Dvořák'],
    ['Müller', 'Müller'],
    ['« CAFÉ»', '« CAFÉ»'],
    ['Ångström', 'Ångström'],
    ['東京', '東京'],
    ['Müller, formerly MÃ¼ller', 'Müller, formerly Müller'],
  ])('%s is %s', (text, repaired) => {
    expect(repairedLetters(text)).toBe(repaired);
  });

  const file = bytesSource(strToU8('name,town\nMÃ¼ller,ZÃ¼rich\nBob,Bern\n'));

  it('are noticed in a file, with an example', () => {
    expect(openFile(file).reading.issues).toMatchObject([{ code: 'encoded-twice', params: { value: 'MÃ¼ller', expected: 'Müller' } }]);
  });

  it('are repaired in all rows when that is asked for', () => {
    const table = openFile(file, { repair: true });
    expect([...table.chunks()].flat().map(({ cells }) => cells[1])).toEqual(['Zürich', 'Bern']);
    expect(table.reading.issues).toEqual([]);
  });

  it('are not suspected where one name of many looks like it', () => {
    const names = ['Müller', 'Zoë', 'Éva', 'Jürg', 'MÃ¼ller'];
    expect(openFile(bytesSource(strToU8(`name,town\n${names.map((name) => `${name},Bern\n`).join('')}`))).reading.issues).toEqual([]);
  });
});
