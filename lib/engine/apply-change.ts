import type { Change, StoredContact } from './types';

/** What the database decides about a contact that a change creates. */
export type Assigned = Pick<StoredContact, 'id' | 'number' | 'structureId' | 'login'>;

/**
 * The contact after a change: the reference for what applying it in the database must come to. `assigned` is used for a creation only;
 * a number in the change goes before the one assigned. Throws when an update is given nobody.
 */
export function applyChange(contact: StoredContact | null, change: Change, assigned: Assigned): StoredContact {
  const { CONTACT_NR: number, STATUS: status, INACTIVE_REASON: reason, ...values } = change.after;
  if (change.kind !== 'create' && !contact) throw new Error(`row ${change.row} changes a contact that is not given`);
  const fields: StoredContact['fields'] = { ...contact?.fields };
  for (const [name, value] of Object.entries(values)) {
    const key = name as keyof typeof fields;
    if (value === null || value === undefined) delete fields[key];
    else fields[key] = value;
  }
  if (!contact) return { ...assigned, number: number ?? assigned.number, kind: change.part, status: 'active', version: 1, fields };
  if (change.kind === 'unchanged') return contact;
  const inactiveReason = (reason === undefined ? contact.inactiveReason : reason) ?? undefined;
  return { ...contact, status: (status as StoredContact['status']) ?? contact.status, inactiveReason, version: contact.version + 1, fields };
}
