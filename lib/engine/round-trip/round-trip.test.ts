import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { mapRows } from '@/lib/engine/map';
import { suggestMapping } from '@/lib/engine/mapping/suggest-mapping';
import { applyPlan, INSTITUTION, planRaw, stored } from '@/lib/engine/small-file.fixture';
import type { Mapping, PlannedRow, StoredContact } from '@/lib/engine/types';
import { EXPORT_LAYOUTS, type ExportLayout, prepareExport } from './export-rows';

// Many runs of laws: a busy machine must not be taken for a broken one.
vi.setConfig({ testTimeout: 60_000 });

const EVERYTHING = new Set(['contact', 'individual', 'structure', 'address', 'means', 'authorizations', 'criteria'] as const);

const optional = <T extends string>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const some = (fields: Record<string, fc.Arbitrary<string | undefined>>) =>
  fc.record(fields).map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

const everybody = {
  ORGANIZATION: optional('BALLET'),
  REMARK: optional('a note', "'=quoted", '=1+1', '-5', '@home', 'two\nlines'),
  TELEPHONE: optional('+33140158000', '01 SVP', '+41216132111'),
  EMAIL1: optional('a@x.org', 'b@x.org', 'c@x.org'),
  CNIL_O: optional('TRUE', 'FALSE'),
  CONSENT_SOURCE: optional('letter'),
  '=SEASON': optional('Opera', 'Dance|Opera'),
  '=NICK': optional('Bob', 'x=y'),
};
const address = some({
  LINE1: optional('1 rue A', '2 rue B'),
  TOWN: optional('Lyon', 'Nice'),
  COUNTRY: fc.constant('FR'),
  ADDR_TYPE: fc.constant('MB'),
});
const shipment = some({ 'LINE1@S': optional('3 rue C'), 'COUNTRY@S': fc.constant('CH') });
const person = some({
  ...everybody,
  LASTNAME: fc.constantFrom('Bell', 'Zoë'),
  FIRSTNAME: optional('Ada'),
  BIRTHDATE: optional('1980-04-03'),
  TITLE: optional('MR', 'DR'),
});
const structure = some({
  ...everybody,
  OFFICIAL_NAME: fc.constantFrom('School', 'Club'),
  ADMIN_NUMBER: optional('SIRET=1', 'SIRET=1|VAT=2'),
  NB_EMPLOYEES: optional('12'),
});

const contacts: fc.Arbitrary<StoredContact[]> = fc
  .array(fc.tuple(fc.constantFrom('individual', 'structure', 'relay'), person, structure, address, fc.option(shipment, { nil: {} })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) =>
    all.map(([kind, ofPerson, ofStructure, main, other], at) =>
      stored({
        id: `${at}`,
        number: `00${at + 1}`,
        kind: kind as StoredContact['kind'],
        fields: { ...(kind === 'structure' ? ofStructure : ofPerson), ...main, ...other },
      }),
    ),
  );

interface Table {
  header: readonly string[];
  rows: string[][];
}

function exported(known: readonly StoredContact[], layout: ExportLayout): Table {
  const exporting = prepareExport(INSTITUTION, { layout, groups: EVERYTHING, criterionColumns: 5 });
  return { header: exporting.header, rows: exporting.rows(known) };
}

/** The plan of a table with its columns as suggested. */
function planned({ header, rows }: Table, known: readonly StoredContact[]): PlannedRow[] {
  const columns = header.map((text, index) => ({ index, header: text, filled: 1, rows: 1, distinct: 1, samples: [] }));
  const mapping: Mapping = Object.fromEntries(suggestMapping(columns).map(({ index, field }) => [index, field]));
  return planRaw(rows, mapping, known);
}

const changesOf = (plan: readonly PlannedRow[]) => plan.flatMap(({ changes }) => changes.filter(({ kind }) => kind !== 'unchanged'));

/** The table with one cell typed over. */
const edited = ({ header, rows }: Table, row: number, column: string, text: string): Table => ({
  header,
  rows: rows.map((cells, at) => (at === row ? cells.map((cell, index) => (header[index] === column ? text : cell)) : cells)),
});

const without = ({ header, rows }: Table, column: string): Table => {
  const at = header.indexOf(column);
  return { header: header.toSpliced(at, 1), rows: rows.map((cells) => cells.toSpliced(at, 1)) };
};

const wanted = (layout: ExportLayout, code: string) => (layout === 'pairs' ? `[new]${code}` : code);

describe.each(EXPORT_LAYOUTS)('contacts exported as %s', (layout) => {
  it('come back without a change and without a word', () => {
    fc.assert(
      fc.property(contacts, (known) => {
        const plan = planned(exported(known, layout), known);
        expect(changesOf(plan)).toEqual([]);
        for (const { bucket, issues } of plan) {
          expect(['unchanged', 'merged']).toContain(bucket);
          expect(issues.filter(({ code }) => code !== 'merged-into-row')).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come back without a change even where nobody looks at what was exported', () => {
    fc.assert(
      fc.property(contacts, (known) => {
        const table = exported(known, layout);
        const values = { header: table.header.map((text) => text.replace('[new]', '')), rows: table.rows };
        const plain = values.header.filter((text) => text.startsWith('[old]') || text === 'ROW_HASH').reduce(without, values);
        expect(changesOf(planned(plain, known))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('change by what was typed over and by nothing else', () => {
    fc.assert(
      fc.property(contacts, (known) => {
        const plan = planned(edited(exported(known, layout), 0, wanted(layout, 'REMARK'), 'typed over'), known);
        const before = known[0]?.fields.REMARK ?? null;
        expect(changesOf(plan)).toMatchObject([{ contactId: '0', kind: 'update', before: { REMARK: before }, after: { REMARK: 'typed over' } }]);
        expect(Object.keys(changesOf(plan)[0]?.after ?? {})).toEqual(['REMARK']);
        const after = applyPlan(plan, known);
        expect(changesOf(planned(edited(exported(known, layout), 0, wanted(layout, 'REMARK'), 'typed over'), after))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are held where somebody changed meanwhile what the row would write', () => {
    fc.assert(
      fc.property(contacts, (known) => {
        const table = edited(exported(known, layout), 0, wanted(layout, 'REMARK'), 'typed over');
        const moved = known.map((contact, at) => (at === 0 ? { ...contact, fields: { ...contact.fields, REMARK: 'by somebody else' } } : contact));
        const [first] = planned(table, moved);
        expect(first).toMatchObject({ bucket: 'held', changes: [] });
        expect(first?.issues.map(({ code }) => code)).toContain(layout === 'pairs' ? 'changed-since-export' : 'stale-row');
      }),
      { numRuns: 100 },
    );
  });

  it('leave alone what somebody changed meanwhile where nobody edited the row', () => {
    const [ada] = [stored({ number: '7', fields: { LASTNAME: 'Bell', REMARK: 'old' } })];
    const plan = planned(exported([ada], layout), [{ ...ada, fields: { ...ada.fields, REMARK: 'by somebody else' } }]);
    expect(plan).toMatchObject([{ bucket: 'unchanged', issues: [] }]);
  });

  it('clear what was typed over with =', () => {
    const [ada] = [stored({ number: '7', fields: { LASTNAME: 'Bell', REMARK: 'old' } })];
    const plan = planned(edited(exported([ada], layout), 0, wanted(layout, 'REMARK'), '='), [ada]);
    expect(changesOf(plan)).toMatchObject([{ before: { REMARK: 'old' }, after: { REMARK: null } }]);
  });

  it('hold only what was asked for', () => {
    const exporting = prepareExport(INSTITUTION, { layout, groups: new Set(['authorizations']), criterionColumns: 5 });
    const fields = new Set(exporting.header.map((text) => text.replace(/^\[\w+\]/, '')));
    expect([...fields].filter((code) => !['INSTITUTION', 'ORGANIZATION', 'OPERATION', 'CONTACT_NR', 'ROW_HASH'].includes(code))).toEqual([
      'FIRSTNAME',
      'LASTNAME',
      'OFFICIAL_NAME',
      'CNIL_O',
      'CNIL_T',
      'PARTNER',
      'SMS_MMS',
      'PHONE',
      'LETTER',
      'EMAIL',
      'CONSENT_DATE',
      'CONSENT_SOURCE',
    ]);
  });
});

describe('a row hash', () => {
  const ada = stored({ number: '7', fields: { LASTNAME: 'Bell', REMARK: 'old', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' } });
  const table = exported([ada], 'roundtrip');

  it('tells a stale contact also where somebody took a column out of the file', () => {
    const fewer = without(edited(table, 0, 'LASTNAME', 'Bellamy'), 'REMARK');
    expect(planned(fewer, [ada])).toMatchObject([{ bucket: 'updated' }]);
    expect(planned(fewer, [{ ...ada, fields: { ...ada.fields, REMARK: 'new' } }])).toMatchObject([
      { bucket: 'held', issues: [{ code: 'stale-row' }] },
    ]);
  });

  it('that was typed over refuses its row', () => {
    expect(planned(edited(table, 0, 'ROW_HASH', 'abc'), [ada])).toMatchObject([
      { bucket: 'refused', issues: [{ code: 'row-hash-unusable', params: { value: 'abc' } }] },
    ]);
  });

  it('says nothing where its cell is emptied', () => {
    expect(planned(edited(edited(table, 0, 'ROW_HASH', ''), 0, 'TOWN', 'Nice'), [ada])).toMatchObject([{ bucket: 'updated' }]);
  });

  it('does not speak of a contact that is gone', () => {
    expect(planned(edited(table, 0, 'TOWN', 'Nice'), [])).toMatchObject([{ bucket: 'refused', issues: [{ code: 'unknown-number' }] }]);
  });
});

describe('a file that keys on e-mail with values before and after', () => {
  const header = ['EMAIL1', '[old]CNIL_O', '[new]CNIL_O', '[old]CRIT01', '[new]CRIT01'];
  const ada = stored({ fields: { LASTNAME: 'Bell', EMAIL1: 'a@x.org', CNIL_O: 'TRUE', '=SEASON': 'Opera' } });
  const rows = (...cells: string[]) => ({ header, rows: [['a@x.org', ...cells]] });

  it.each([
    ['an edited flag', rows('TRUE', 'FALSE', 'SEASON=Opera', 'SEASON=Opera'), { CNIL_O: 'FALSE' }],
    ['an edited criterion', rows('TRUE', 'TRUE', 'SEASON=Opera', 'SEASON=Dance'), { '=SEASON': 'Dance' }],
    ['a criterion cleared by = alone', rows('TRUE', 'TRUE', 'SEASON=Opera', '='), { '=SEASON': null }],
    ['a criterion that is new', rows('TRUE', 'TRUE', '', 'VIP=T'), { '=VIP': 'T' }],
    ['an emptied cell, which changes nothing', rows('TRUE', '', 'SEASON=Opera', ''), undefined],
  ])('takes %s', (_, table, after) => {
    expect(changesOf(planned(table, [ada]))[0]?.after).toEqual(after);
  });

  it('names the field, what was expected and what is stored where they differ', () => {
    expect(planned(rows('', 'FALSE', '', ''), [ada])[0]?.issues).toMatchObject([
      { code: 'changed-since-export', field: 'CNIL_O', params: { expected: '', stored: 'TRUE' } },
    ]);
  });
});

describe('cells beside their values at export', () => {
  it('count only where they differ', () => {
    const mapping: Mapping = { 0: 'CONTACT_NR', 1: 'TOWN<old>', 2: 'TOWN' };
    const [same, other] = mapRows(
      [
        { row: 2, cells: ['1', 'Lyon', 'Lyon'] },
        { row: 3, cells: ['1', 'Lyon', 'Nice'] },
      ],
      mapping,
    );
    expect(same).toMatchObject({ cells: { CONTACT_NR: '1' }, old: { TOWN: 'Lyon' } });
    expect(same?.cells.TOWN).toBeUndefined();
    expect(other?.cells.TOWN).toBe('Nice');
  });
});
