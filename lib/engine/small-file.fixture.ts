import { type Assigned, applyChange } from './apply-change';
import { checkRows, prepareChecking } from './check';
import { cleanRows, prepareCleaning } from './clean';
import { indexContacts } from './contact-index';
import type { FieldCode } from './fields';
import { gather, startGathering } from './gather';
import { identify } from './identify';
import type { InstitutionContext } from './institution-context';
import { mapRows } from './map';
import { planRows, startPlanning } from './plan';
import type { Change, CheckedRow, Mapping, PlannedRow, StoredContact } from './types';

/** An institution with one criterion of each type. */
export const INSTITUTION: InstitutionContext = {
  code: 'OPERA',
  country: 'FR',
  language: 'fr',
  organizations: ['BALLET'],
  criteria: [
    { code: 'SEASON', type: 'multi', scope: 'BOTH', values: ['Opera', 'Dance', 'Jazz'] },
    { code: 'SEAT', type: 'single', scope: 'INDIVIDUAL', values: ['Stalls', 'Balcony'] },
    { code: 'VIP', type: 'boolean', scope: 'INDIVIDUAL', values: [] },
    { code: 'NICK', type: 'text', scope: 'BOTH', values: [] },
    { code: 'LEVEL', type: 'single', scope: 'STRUCTURE', values: ['Primary', 'Secondary'] },
  ],
  lists: {
    TITLE: [{ code: 'DR', labels: { en: 'Doctor', fr: 'Docteur' } }],
    STRUCT_TYPE: [
      { code: 'SCHOOL', labels: { en: 'School', fr: 'École' } },
      { code: 'LYCEE', labels: { en: 'Secondary school', fr: 'Lycée' } },
    ],
    COMMUNITY_TYPE: [{ code: 'COUNCIL', labels: { en: 'Works council', fr: 'Comité d’entreprise' } }],
  },
  numberRanges: [],
  rules: {},
  today: '2026-03-01',
};

/** A row of a small file: texts as typed, by field. */
export type TypedRow = { [Code in FieldCode]?: string };

/** The rows checked, as rows 2, 3, 4… of a file with exactly the columns that any of them has. */
export function checkFile(rows: readonly TypedRow[], institution = INSTITUTION): CheckedRow[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row) as FieldCode[]))];
  const mapping: Mapping = Object.fromEntries(columns.map((code, index) => [index, code]));
  return checkRaw(
    rows.map((row) => columns.map((code) => row[code] ?? '')),
    mapping,
    institution,
  );
}

function checkRaw(rows: readonly (readonly string[])[], mapping: Mapping, institution: InstitutionContext): CheckedRow[] {
  const raw = rows.map((cells, at) => ({ row: at + 2, cells }));
  const columns = Object.keys(mapping).map((at) => ({ index: Number(at), samples: rows.map((cells) => cells[Number(at)] ?? '') }));
  const cleaning = prepareCleaning(institution, mapping, columns);
  return checkRows(cleanRows(mapRows(raw, mapping), cleaning), prepareChecking(institution, mapping)).rows;
}

/** The plan of a small file over these stored contacts. */
export const planFile = (rows: readonly TypedRow[], contacts: readonly StoredContact[] = [], institution = INSTITUTION): PlannedRow[] =>
  planChecked(checkFile(rows, institution), contacts, institution);

/** As planFile, of cells in the order of a file's columns. */
export const planRaw = (
  rows: readonly (readonly string[])[],
  mapping: Mapping,
  contacts: readonly StoredContact[],
  institution = INSTITUTION,
): PlannedRow[] => planChecked(checkRaw(rows, mapping, institution), contacts, institution);

function planChecked(checked: readonly CheckedRow[], contacts: readonly StoredContact[], institution: InstitutionContext): PlannedRow[] {
  const gathering = startGathering();
  gather(checked, gathering);
  const index = indexContacts(contacts, institution);
  return planRows(
    checked.map((row) => identify(row, index)),
    startPlanning(institution, gathering),
  );
}

/** The contacts after a plan, as the database would have them: those created get ids and numbers of their own. */
export function applyPlan(planned: readonly PlannedRow[], contacts: readonly StoredContact[]): StoredContact[] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  for (const change of planned.flatMap(({ changes }) => changes)) {
    const id = change.contactId ?? `${change.row} ${change.part}`;
    const structureId =
      change.structure?.kind === 'stored' ? change.structure.contactId : change.structure ? `${change.structure.row} structure` : null;
    const assigned: Assigned = { id, number: `9${String(byId.size).padStart(6, '0')}`, structureId, login: signsIn(change, [...byId.values()]) };
    byId.set(id, applyChange(byId.get(id) ?? null, change, assigned));
  }
  return [...byId.values()];
}

/** The first individual with an e-mail signs in with it. */
const signsIn = ({ part, after }: Change, contacts: readonly StoredContact[]): boolean =>
  part === 'individual' && !!after.EMAIL1 && !contacts.some(({ login, fields }) => login && fields.EMAIL1 === after.EMAIL1);

/** A stored contact; an individual unless said otherwise. */
export const stored = (given: Partial<StoredContact> & Pick<StoredContact, 'fields'>): StoredContact => ({
  id: '1',
  number: '100',
  kind: 'individual',
  status: 'active',
  version: 1,
  structureId: null,
  login: false,
  ...given,
});
