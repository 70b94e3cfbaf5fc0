import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/engine/readers/bytes';
import { detectEncoding } from './encoding';

const FRENCH = 'prénom;nom;ville\nÉlodie;Lefèvre;Besançon\nJérôme;Côté;Hérouville\nZoé;Guérin;Orléans\n';
const GERMAN = 'Vorname;Name;Straße\nJörg;Müller;Bahnhofstraße\nKäthe;Schäfer;Königsallee\nGünther;Groß;Ölmühle\n';
const POLISH = 'imię;nazwisko;miasto\nMałgorzata;Dąbrowska;Łódź\nStanisław;Woźniak;Kraków\nBożena;Wiśniewska;Gdańsk\n';
const RUSSIAN = 'имя;город\nНаталья;Москва\nАлексей;Нижний Новгород\nЕкатерина;Санкт-Петербург\n';
const JAPANESE = '名前,町\nたなか,とうきょう\nすずき,おおさかのまち\n';

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', FRENCH],
    ['windows-1252', FRENCH],
    ['macintosh', FRENCH],
    ['cp850', FRENCH],
    ['windows-1252', GERMAN],
    ['cp850', GERMAN],
    ['macintosh', GERMAN],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['cp852', POLISH],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['cp866', RUSSIAN],
    ['utf-16le', FRENCH],
    ['utf-16be', GERMAN],
    ['utf-32le', FRENCH],
    ['shift_jis', JAPANESE],
  ])('%s is recognised by the text it gives: %s', (encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    expect(iconv.decode(bytes, detectEncoding(bytesSource(bytes)).encoding)).toBe(text);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s is known by its byte-order mark', (encoding) => {
    const bytes = iconv.encode(`\ufeff${FRENCH}`, encoding);
    const found = detectEncoding(bytesSource(bytes));
    expect(found.encoding).toBe(encoding);
    expect(found.bomBytes).toBeGreaterThan(1);
  });

  it.each(['a;b\n1;x\0y\n2;z\n', 'ab\0;c\n'])('is no text of two bytes a letter for a stray zero: %j', (text) => {
    expect(detectEncoding(bytesSource(Buffer.from(text)))).toMatchObject({ encoding: 'utf-8', nulls: 1 });
  });

  it.each(['utf-16le', 'utf-16be'])('%s of a few letters is known without a mark', (encoding) => {
    expect(detectEncoding(bytesSource(iconv.encode('a;b\n', encoding))).encoding).toBe(encoding);
  });

  it('is UTF-8 with damage when few characters are broken, and the damage is counted', () => {
    const bytes = Buffer.concat([Buffer.from(FRENCH.repeat(10)), Buffer.from([0xc3, 0x28])]);
    expect(detectEncoding(bytesSource(bytes))).toMatchObject({ encoding: 'utf-8', invalid: 1 });
  });

  it('is decided by the end of a long file as well', () => {
    const bytes = Buffer.concat([Buffer.alloc(3_000_000, 'abc,def\n'), iconv.encode(FRENCH, 'windows-1252')]);
    expect(detectEncoding(bytesSource(bytes)).encoding).toBe('windows-1252');
  });
});
