import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { suggestMapping } from '@/lib/engine/mapping/suggest-mapping';
import { profileColumns } from '@/lib/engine/profile';
import { openFile } from '@/lib/engine/readers';
import { bytesSource } from '@/lib/engine/readers/bytes';
import { planFile, type TypedRow } from '@/lib/engine/small-file.fixture';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

const windows1252 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function xlsx(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Contacts');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** What a file says about itself, and what the plan makes of the last of its rows, with the fields proposed for its columns. */
function imported(bytes: Uint8Array) {
  const { reading, chunks } = openFile(bytesSource(bytes));
  const rows = [...chunks()].flat();
  const profiler = profileColumns(reading.header);
  profiler.add(rows);
  const fields = suggestMapping(profiler.result()).map(({ field }) => field);
  const typed = rows.map(({ cells }) => Object.fromEntries(fields.flatMap((field, at) => (field ? [[field, cells[at] ?? '']] : []))) as TypedRow);
  const last = planFile(typed).at(-1);
  return {
    about: reading.issues.map(({ code }) => code),
    fields,
    after: last?.changes[0]?.after,
    bucket: last?.bucket,
    said: last?.issues.map(({ code }) => code),
  };
}

const HEADER = ['INSTITUTION', 'OPERATION', 'CONTACT_NR', 'LASTNAME', 'ZIPCODE', 'CRIT01'];
const ROW = ['OPERA', 'INSERT', '0042', 'Bélisle', '01000', 'SEASON=Opera'];
const csv = (separator: string, ...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(separator)).join('\n');
const taken = { bucket: 'created', after: { CONTACT_NR: '0042', LASTNAME: 'Bélisle', ZIPCODE: '01000', '=SEASON': 'Opera' }, said: [] };

describe('the rules of files', () => {
  it.each<[string, Uint8Array, ReturnType<typeof imported>['about']]>([
    ['codes: stand in row 1', utf8(csv(';', HEADER, ROW)), []],
    [
      'codes: stand in row 4, below group, label and type',
      utf8(csv(';', ['Global'], ['Institution'], ['code 15'], HEADER, ROW)),
      ['rows-before-header'],
    ],
    ['codes: are read in another order', utf8(csv(';', HEADER.toReversed(), ROW.toReversed())), ['other-order']],
    [
      'codes: are read in small letters',
      utf8(
        csv(
          ';',
          HEADER.map((code) => code.toLowerCase()),
          ROW,
        ),
      ),
      [],
    ],
    ['codes: INSTIT and Crit1 are the older ones', utf8(csv(';', ['INSTIT', ...HEADER.slice(1, 5), 'Crit1'], ROW)), []],
    ['columns: one that is not known is named and not imported', utf8(csv(';', [...HEADER, 'EMAIL4'], [...ROW, 'a@x.org'])), ['unknown-codes']],
    ['columns: one of one’s own is not imported', utf8(csv(';', [...HEADER, 'Our note'], [...ROW, 'x'])), []],
    ['columns: the 51st criterion is none', utf8(csv(';', [...HEADER, 'CRIT51'], [...ROW, 'SEASON=Jazz'])), ['unknown-codes']],
    ['columns: the second of one field is named, the first counts', utf8(csv(';', [...HEADER, 'LASTNAME'], [...ROW, 'Other'])), ['code-twice']],
    ['columns: empty ones say nothing', utf8(csv(';', [...HEADER, 'EMAIL1', 'TOWN'], [...ROW, '', ''])), ['other-order']],
    ['text: semicolons separate', utf8(csv(';', HEADER, ROW)), []],
    ['text: commas separate', utf8(csv(',', HEADER, ROW)), []],
    ['text: tabs separate', utf8(csv('\t', HEADER, ROW)), []],
    ['text: bars separate', utf8(csv('|', HEADER, ROW)), []],
    ['text: lines end in CR and LF', utf8(csv(';', HEADER, ROW).replaceAll('\n', '\r\n')), []],
    [
      'text: quotes may be around cells',
      utf8(
        csv(
          ';',
          HEADER,
          ROW.map((cell) => `"${cell}"`),
        ),
      ),
      [],
    ],
    ['text: a byte-order mark is no part of the first code', utf8(`\ufeff${csv(';', HEADER, ROW)}`), []],
    ['text: UTF-16 is read', utf16(csv(';', HEADER, ROW)), []],
    ['text: Windows-1252 is read, and said to be a guess', windows1252(csv(';', HEADER, ROW)), ['encoding-guessed']],
    ['workbook: texts keep their zeros', xlsx([HEADER, ROW]), []],
  ])('%s', (_, bytes, about) => {
    const found = imported(bytes);
    expect(found).toMatchObject({ about, ...taken });
    expect(Object.keys(found.after ?? {}).sort()).toEqual([...Object.keys(taken.after), 'ADDR_TYPE', 'COUNTRY', 'PREF_LANG', 'TITLE'].sort());
  });

  it('text: behind bars as separators a criterion with several values needs quotes', () => {
    const row = (criterion: string) => csv('|', HEADER, [...ROW.slice(0, 5), criterion], ROW);
    expect(openFile(bytesSource(utf8(row('"SEASON=Opera|Jazz"')))).reading.issues).toEqual([]);
    const [quoted, bare] = ['"SEASON=Opera|Jazz"', 'SEASON=Opera|Jazz'].map((cell) => [...openFile(bytesSource(utf8(row(cell)))).chunks()].flat()[0]);
    expect(quoted).toMatchObject({ cells: [...ROW.slice(0, 5), 'SEASON=Opera|Jazz'] });
    expect(bare?.issues?.map(({ code }) => code)).toEqual(['ragged-row']);
  });

  it.each<[string, (string | number)[][], string[]]>([
    ['a number of a contact that is a number may have lost zeros', [HEADER, ['OPERA', 'INSERT', 42, 'Bell', '01000', '']], ['CONTACT_NR']],
    [
      'so may a postcode and a telephone under any header',
      [
        ['Nom', 'Code postal', 'Téléphone'],
        ['Bell', 1000, 140158000],
      ],
      ['Code postal', 'Téléphone'],
    ],
    [
      'other numbers have no zeros to lose',
      [
        ['Nom', 'Raison sociale', 'NB_EMPLOYEES'],
        ['Bell', 'School', 12],
      ],
      [],
    ],
    [
      'texts have lost none',
      [
        ['Nom', 'Code postal'],
        ['Bell', '01000'],
      ],
      [],
    ],
  ])('workbook: %s', (_, rows, columns) => {
    const { issues } = openFile(bytesSource(xlsx(rows))).reading;
    expect(issues.filter(({ code }) => code === 'zeros-lost').map(({ params }) => params.value)).toEqual(
      columns.length > 0 ? [columns.join(', ')] : [],
    );
  });
});
