import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesOf, fieldOfKey, isOfAddress } from './addresses';
import { planAlone } from './plan-alone';
import { applyPlan, checkFile, INSTITUTION, planFile, stored, type TypedRow } from './small-file.fixture';
import { keysChangedSince, takeBack } from './take-back';
import type { StoredContact } from './types';

const maybe = (...values: string[]) => fc.constantFrom('', ...values);

/** Rows that often meet: few e-mails, numbers and structures, so that they merge, match, collide and repeat. */
const typedRow: fc.Arbitrary<TypedRow> = fc.record({
  CONTACT_NR: maybe('', '', '1', '2', '3', '01', 'A-1'),
  EMAIL1: maybe('a@x.org', 'b@x.org', 'A@x.org', '=', 'bad'),
  FIRSTNAME: maybe('Anna', 'Bea', '='),
  LASTNAME: maybe('', 'Bell', 'Cole'),
  OFFICIAL_NAME: maybe('', '', 'School', 'Club'),
  TOWN: maybe('', '', 'Lyon', 'Nice', '='),
  ADDR_TYPE: maybe('', '', 'B', 'S', 'MB', 'MSB'),
  COUNTRY: maybe('', '', 'CH', 'UK'),
  TELEPHONE: maybe('01 40 15 80 00', '01.40.15.80.00', '+33140158000', '123', '='),
  REMARK: maybe('one', '|| two', '||three', '=', '||'),
  CNIL_O: maybe('TRUE', 'FALSE', '=', 'maybe'),
  WEB_SITE: maybe('a.org', '='),
  CRIT01: maybe('', 'SEASON=Opera', 'SEASON=||Jazz', 'SEASON==', 'LEVEL=Primary', 'NOPE=1'),
});

const withOperation = fc
  .record({ row: typedRow, operation: maybe('INSERT', 'UPDATE', 'UPDATEACT', 'CONFIG', 'DROP') })
  .map(({ row, operation }) => ({ ...row, OPERATION: operation }));

const file = fc.array(typedRow, { maxLength: 8 });
const fileWithOperations = fc.array(withOperation, { maxLength: 8 });

const consent = fc.constantFrom<{ CNIL_O?: string }>({}, { CNIL_O: 'TRUE' }, { CNIL_O: 'FALSE' });
const contacts: fc.Arbitrary<StoredContact[]> = fc.tuple(consent, consent, fc.constantFrom('active', 'inactive')).map(([first, second, status]) => [
  stored({
    id: 'anna',
    number: '1',
    status: status as 'active',
    fields: { LASTNAME: 'Bell', EMAIL1: 'a@x.org', REMARK: 'one', TELEPHONE: '+33140158000', 'TELEPHONE~typed': '(33) 140158000', ...first },
  }),
  stored({
    id: 'school',
    number: '2',
    kind: 'structure',
    fields: { OFFICIAL_NAME: 'School', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MB', 'TOWN@S': 'Metz', 'COUNTRY@S': 'FR' },
  }),
  stored({
    id: 'relay',
    number: '3',
    kind: 'relay',
    structureId: 'school',
    fields: { LASTNAME: 'Cole', EMAIL1: 'b@x.org', '=SEASON': 'Opera', ...second },
  }),
]);

const runs = { numRuns: 300 };

describe('laws of the plan', () => {
  it('plans a row that is alone as it plans it among others where nobody is like it', () => {
    fc.assert(
      fc.property(fc.oneof(typedRow, withOperation), (row) => {
        const checked = checkFile([row]);
        expect(planAlone(checked, INSTITUTION)).toEqual(planFile([row]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives every row of the file one bucket, in order, and changes only where the bucket says so', () => {
    fc.assert(
      fc.property(fc.oneof(file, fileWithOperations), contacts, (rows, known) => {
        const planned = planFile(rows, known);
        expect(planned.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 2));
        for (const { bucket, changes, issues } of planned) {
          const kinds = changes.map(({ kind }) => kind);
          const expected = kinds.includes('create') ? 'created' : kinds.includes('update') ? 'updated' : kinds.length > 0 ? 'unchanged' : bucket;
          expect(bucket).toBe(expected);
          if (kinds.length === 0) expect(['merged', 'held', 'refused', 'not_imported']).toContain(bucket);
          expect(issues.some(({ level }) => level === 'error')).toBe(bucket === 'refused');
        }
      }),
      runs,
    );
  });

  // One file that knows contacts by number and others by content may rename a structure between its own rows: then it is another file.
  it.each<[string, (row: TypedRow) => TypedRow, (row: TypedRow) => boolean]>([
    ['numbers', (row) => row, (row) => /^\d+$/.test(row.CONTACT_NR ?? '') && row.OFFICIAL_NAME === ''],
    ['e-mails and names of structures', (row) => ({ ...row, CONTACT_NR: '' }), (row) => /@/.test(row.EMAIL1 ?? '')],
  ])('creates nobody twice when a file that goes by %s comes again', (_, typed, isRecognisable) => {
    fc.assert(
      fc.property(file, contacts, (given, known) => {
        const rows = given.map(typed).filter(isRecognisable);
        const after = applyPlan(planFile(rows, known), known);
        expect(planFile(rows, after).flatMap(({ changes }) => changes.filter(({ kind }) => kind !== 'unchanged'))).toEqual([]);
      }),
      runs,
    );
  });

  it('plans nothing more for a contact once its change is applied', () => {
    fc.assert(
      fc.property(typedRow, contacts, (row, known) => {
        const planned = planFile([row], known);
        if (planned[0]?.bucket !== 'updated') return;
        const again = planFile([row], applyPlan(planned, known));
        expect(again[0]?.changes.filter(({ kind }) => kind === 'update')).toEqual([]);
      }),
      runs,
    );
  });

  it('never destroys what no cell speaks of', () => {
    fc.assert(
      fc.property(fc.oneof(file, fileWithOperations), contacts, (rows, known) => {
        const spoken = new Set(
          checkFile(rows).flatMap(({ cells }) => Object.entries(cells).flatMap(([key, cell]) => (cell === undefined ? [] : [key]))),
        );
        for (const { before } of planFile(rows, known).flatMap(({ changes }) => changes)) {
          for (const [key, value] of Object.entries(before))
            if (value !== null && key !== 'STATUS' && !isOfAddress(key)) expect(spoken).toContain(fieldOfKey(key));
        }
      }),
      runs,
    );
  });

  it('keeps every line of an address that no cell speaks of, use by use', () => {
    fc.assert(
      fc.property(file, contacts, (rows, known) => {
        const spoken = new Set(rows.flatMap((row) => Object.entries(row).flatMap(([key, cell]) => (cell === '' ? [] : [key]))));
        const after = new Map(applyPlan(planFile(rows, known), known).map((contact) => [contact.id, addressesOf(contact.fields)]));
        for (const { id, fields } of known) {
          for (const { uses, fields: lines } of addressesOf(fields)) {
            for (const [field, line] of Object.entries(lines)) {
              if (spoken.has(field)) continue;
              for (const use of uses) expect(after.get(id)?.find((address) => address.uses.includes(use))?.fields).toHaveProperty(field, line);
            }
          }
        }
      }),
      runs,
    );
  });

  it('never raises or forgets a refused consent', () => {
    fc.assert(
      fc.property(fc.oneof(file, fileWithOperations), contacts, (rows, known) => {
        const after = new Map(applyPlan(planFile(rows, known), known).map((contact) => [contact.id, contact]));
        for (const { id, fields } of known) if (fields.CNIL_O === 'FALSE') expect(after.get(id)?.fields.CNIL_O).toBe('FALSE');
      }),
      runs,
    );
  });

  it('is taken back to exactly what was there, and knows who is as created', () => {
    fc.assert(
      fc.property(fc.oneof(file, fileWithOperations), contacts, (rows, known) => {
        const changes = planFile(rows, known).flatMap((planned) => planned.changes.filter(({ kind }) => kind !== 'unchanged'));
        const after = new Map(applyPlan(planFile(rows, known), known).map((contact) => [contact.id, contact]));
        for (const change of changes) {
          const contact = after.get(change.contactId ?? `${change.row} ${change.part}`) as StoredContact;
          const before = known.find(({ id }) => id === change.contactId);
          if (!before) expect(keysChangedSince(change.after, contact)).toEqual([]);
          else {
            const addressUses = before.fields.ADDR_TYPE ?? null;
            expect(takeBack({ ...change, addressUses }, contact)).toEqual({ before: change.after, after: change.before, kept: [] });
          }
        }
      }),
      runs,
    );
  });

  it('changes a stored contact at most once, from exactly the values it has', () => {
    fc.assert(
      fc.property(fc.oneof(file, fileWithOperations), contacts, (rows, known) => {
        const touched = planFile(rows, known).flatMap(({ changes }) => changes.filter(({ contactId }) => contactId !== null));
        expect(new Set(touched.map(({ contactId }) => contactId)).size).toBe(touched.length);
        for (const { contactId, before, after } of touched) {
          const contact = known.find(({ id }) => id === contactId);
          expect(Object.keys(before).sort()).toEqual(Object.keys(after).sort());
          for (const [key, value] of Object.entries(before)) {
            expect(value).toBe(key === 'STATUS' ? contact?.status : (contact?.fields[key as 'TOWN'] ?? null));
            expect(after[key as 'TOWN']).not.toBe(value);
          }
        }
      }),
      runs,
    );
  });
});
