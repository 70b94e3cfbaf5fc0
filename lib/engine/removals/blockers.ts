import { splitValues } from '@/lib/engine/criteria';
import { ALL_ORGANIZATIONS } from '@/lib/engine/fields/organization';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { type Issue, type IssueCode, issue } from '@/lib/engine/issues';
import type { CheckedRow, StoredContact } from '@/lib/engine/types';
import type { RemovalCode, RemovalPolicy, Standing } from './removal';

/** All that may keep a contact from being removed, in the order in which it is told. Who needs whom is found in the database. */
export const BLOCKERS = [
  'operations-contradict',
  'name-mismatch',
  'names-swapped',
  'other-organization',
  'already-inactive',
  'already-anonymized',
  'protected-group',
  'standing-unknown',
  'has-sales',
  'open-orders',
  'debts-or-credits',
  'not-imported',
  'changed-since-creation',
  'structure-has-relays',
  'relays-further-down',
  'last-relay',
  'erased-person',
] as const satisfies readonly IssueCode[];

type Found = [code: IssueCode, params?: Issue['params'], field?: string];

/**
 * Every reason for which what the row asks is not done to the contact, one by one (domain §7: what each operation applies to). Giving life back
 * to a contact is kept from nobody but those whose information is gone.
 */
export function blockersOf(
  { row, cells }: Pick<CheckedRow, 'row' | 'cells'>,
  operation: RemovalCode,
  contact: StoredContact,
  { organizations, removal }: Pick<InstitutionContext, 'organizations' | 'removal'>,
): Issue[] {
  const found: Found[] = contact.erasure === 'ANONYMIZE' ? [['already-anonymized']] : [];
  if (operation !== 'UPDATEACT' && removal) {
    found.push(...ofOrganization(cells.ORGANIZATION, contact, organizations));
    if (operation === 'INVALIDATE' && contact.status === 'inactive' && found.length === 0) found.push(['already-inactive']);
    found.push(...ofGroup(contact, removal), ...ofStanding(operation, contact.facts?.standing ?? null, removal));
    if (operation === 'DROP') found.push(...ofImport(contact));
  }
  return found.map(([code, params, field]) => issue(code, row, field ?? null, { number: contact.number, ...params }));
}

/** A contact is of one organization or of all: what is asked for one alone is not done to a contact of another, nor to one of all of them. */
function ofOrganization(asked: string | null | undefined, { fields }: StoredContact, organizations: readonly string[]): Found[] {
  const stored = fields.ORGANIZATION ?? ALL_ORGANIZATIONS;
  if (!asked || asked === ALL_ORGANIZATIONS || asked === stored || organizations.length < 2) return [];
  return [['other-organization', { value: asked, stored }, 'ORGANIZATION']];
}

/** The protected group of a contact, as the policy names it. */
function ofGroup({ fields }: StoredContact, { protectedCriteria }: RemovalPolicy): Found[] {
  const group = protectedCriteria.find((named) => {
    const [code = '', ...value] = named.split('=');
    const stored = fields[`=${code}`];
    return stored !== undefined && (value.length === 0 || splitValues(stored).includes(value.join('=')));
  });
  return group === undefined ? [] : [['protected-group', { value: group }]];
}

/** INVALIDATE and DROP are for contacts without sales. Whatever loses its data may owe nothing, be owed nothing and wait for nothing. */
function ofStanding(operation: RemovalCode, standing: Standing | null, { invalidateWithSales }: RemovalPolicy): Found[] {
  const asksForSales = operation === 'DROP' || (operation === 'INVALIDATE' && !invalidateWithSales);
  if (!standing) return operation === 'INVALIDATE' && invalidateWithSales ? [] : [['standing-unknown']];
  const found: Found[] = [];
  if (asksForSales && standing.sales > 0) found.push(['has-sales', { count: standing.sales }]);
  if (standing.openOrders > 0) found.push(['open-orders', { count: standing.openOrders }]);
  if (operation !== 'INVALIDATE' && standing.balance !== 0n) found.push(['debts-or-credits', { amount: amountOf(standing.balance) }]);
  return found;
}

/** Hundredths as an amount with its sign. */
function amountOf(hundredths: bigint): string {
  const size = hundredths < 0n ? -hundredths : hundredths;
  return `${hundredths < 0n ? '-' : '+'}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** Only a mistake of an import is dropped: a contact that a file made and that nobody has touched since. */
function ofImport({ facts, version }: StoredContact): Found[] {
  if (!facts?.isImported) return [['not-imported']];
  return version > 1 ? [['changed-since-creation']] : [];
}
