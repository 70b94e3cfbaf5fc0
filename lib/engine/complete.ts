import { fieldOf } from './fields';
import { type Issue, issue } from './issues';
import { addressNameOf } from './structure-key';
import type { Cells, ChangeValues, ContactKind, InstitutionContext, StoredContact } from './types';

/** The address uses of an address that says nothing about them: main, shipment and billing. */
const ALL_USES = 'MSB';

const isAddressField = (key: string): boolean => key !== 'ADDR_TYPE' && fieldOf(key)?.group === 'address';

const givesAddress = (values: ChangeValues | Cells): boolean => Object.entries(values).some(([key, value]) => value && isAddressField(key));

/** What the format gives a new contact where the file says nothing. Part of the plan, so that it is seen before it is written. */
export function completeCreation(
  after: ChangeValues,
  part: ContactKind,
  institution: Pick<InstitutionContext, 'country' | 'language'>,
): ChangeValues {
  const completed = { ...completeAddress(after, institution), PREF_LANG: after.PREF_LANG ?? institution.language };
  if (part !== 'structure') return { ...completed, TITLE: after.TITLE ?? 'UNDEFINED' };
  return after.OFFICIAL_NAME ? { ...completed, ADDRESS_NAME1: after.ADDRESS_NAME1 ?? addressNameOf(after.OFFICIAL_NAME) } : completed;
}

/** A first address needs its country and its uses; without any address there is nothing to complete. */
export function completeAddress(after: ChangeValues, institution: Pick<InstitutionContext, 'country'>): ChangeValues {
  if (!givesAddress(after)) {
    const { ADDR_TYPE: _, ...rest } = after;
    return rest;
  }
  return { ...after, COUNTRY: after.COUNTRY ?? institution.country, ADDR_TYPE: after.ADDR_TYPE ?? ALL_USES };
}

/**
 * The cells without an address for other uses than the stored one: a contact has one address here, and a billing address must not
 * overwrite where its tickets are sent.
 */
export function withoutSecondAddress(row: number, cells: Cells, contact: StoredContact): { cells: Cells; issues: Issue[] } {
  const { ADDR_TYPE: uses, ...rest } = cells;
  const stored = contact.fields.ADDR_TYPE;
  if (!stored) return { cells, issues: [] };
  if (!uses || uses === stored) return { cells: rest, issues: [] };
  if (!givesAddress(rest)) return { cells: rest, issues: [] };
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !isAddressField(key))) as Cells;
  return { cells: kept, issues: [issue('second-address', row, 'ADDR_TYPE', { value: uses, stored })] };
}
