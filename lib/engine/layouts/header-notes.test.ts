import { describe, expect, it } from 'vitest';
import { suggestMapping } from '@/lib/engine/mapping/suggest-mapping';
import { openFile } from '@/lib/engine/readers';
import { headerNotes } from './header-notes';
import { LAYOUTS } from './index';

const codes = (header: string) => headerNotes(header.split(header.includes('|') ? '|' : ' ')).map(({ code, params }) => [code, params.value]);

describe('headerNotes', () => {
  it.each([
    ['INSTITUTION OPERATION CRIT51 FOO_BAR LASTNAME', [['unknown-codes', 'CRIT51, FOO_BAR']]],
    ['INSTITUTION OPERATION LASTNAME TITLE', [['other-order', 'TITLE']]],
    [
      'OPERATION INSTITUTION NEW_ONE',
      [
        ['unknown-codes', 'NEW_ONE'],
        ['other-order', 'INSTITUTION'],
      ],
    ],
    ['INSTIT OPERATION STRUCT_NAME CRIT01', []],
    ['INSTITUTION OPERATION Crit1 Crit2 Crit51', [['unknown-codes', 'Crit51']]],
    ['INSTITUTION OPERATION EMAIL1 EMAIL1 CRIT01 Crit1', [['code-twice', 'EMAIL1, Crit1']]],
    ['INSTITUTION|OPERATION|PHONE 1|PHONE 2|PHONE 3|CRIT01', []],
    ['INSTITUTION|OPERATION|PHONE 1|PHONE 1', [['code-twice', 'PHONE 1']]],
    ['LASTNAME PREF_LANG LINE1 EMAIL1 CNIL_X', [['unknown-codes', 'CNIL_X']]],
    ['INSTITUTION OPERATION CRIT01 CONSENT_DATE', []],
    ['INSTITUTION OPERATION Remarks customer', []],
    ['LASTNAME FIRSTNAME FOO_BAR', []],
  ])('finds in %s: %j', (header, expected) => expect(codes(header)).toEqual(expected));

  it.each(LAYOUTS.map(({ code, columns }) => [code, columns.map((column) => column.code)] as const))(
    'has nothing to say about the layout %s',
    (_, header) => {
      expect(headerNotes(header)).toEqual([]);
    },
  );
});

describe('a file of the format with codes that nobody knows', () => {
  const bytes = new TextEncoder().encode('LASTNAME;INSTITUTION;OPERATION;EMAIL4;COUNTRY_CODE\nLovelace;OPERA;INSERT;ada@example.org;GB\n');
  const { reading } = openFile({ size: bytes.length, name: 'x', read: (offset, length) => bytes.subarray(offset, offset + length) });

  it('says so when it is read', () => {
    expect(reading.issues).toEqual([
      { row: null, code: 'unknown-codes', level: 'warning', params: { value: 'EMAIL4, COUNTRY_CODE', count: 2 } },
      { row: null, code: 'other-order', level: 'info', params: { value: 'INSTITUTION' } },
    ]);
  });

  it('has them mapped to nothing, however they look', () => {
    const samples = ['Lovelace', 'OPERA', 'INSERT', 'ada@example.org', 'GB'];
    const columns = reading.header.map((header, index) => ({ index, header, filled: 1, rows: 1, distinct: 1, samples: [samples[index] ?? ''] }));
    expect(suggestMapping(columns).map(({ field }) => field)).toEqual(['LASTNAME', 'INSTITUTION', 'OPERATION', null, null]);
  });

  it('has them mapped all the same where a person once said what they are', () => {
    const column = { index: 0, header: 'EMAIL4', filled: 0, rows: 0, distinct: 0, samples: [] };
    expect(suggestMapping([column], { 0: 'EMAIL3' })[0]).toMatchObject({ field: 'EMAIL3', reason: 'remembered' });
  });
});
