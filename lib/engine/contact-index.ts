import { foldWords } from './fields/values/tidy';
import type { InstitutionContext } from './institution-context';
import { structureKey } from './structure-key';
import type { StoredContact } from './types';

/** Stored contacts by everything a row may find them with. */
export interface ContactIndex {
  byId: ReadonlyMap<string, StoredContact>;
  byNumber: ReadonlyMap<string, StoredContact>;
  /** By EMAIL1. */
  byEmail: ReadonlyMap<string, readonly StoredContact[]>;
  /** Structures by their ten fields. */
  byStructure: ReadonlyMap<string, readonly StoredContact[]>;
  /** Structures by their official name without case, accents and punctuation. */
  byName: ReadonlyMap<string, readonly StoredContact[]>;
}

/** How official names are compared where only likeness is asked. */
export const likeName = foldWords;

/**
 * Indexes the contacts that the rows of a chunk may be: those with the numbers and the EMAIL1 of the rows, structures with their official
 * names, and the structures of those relays. More does no harm.
 */
export function indexContacts(contacts: Iterable<StoredContact>, institution: Pick<InstitutionContext, 'country'>): ContactIndex {
  const index = {
    byId: new Map<string, StoredContact>(),
    byNumber: new Map<string, StoredContact>(),
    byEmail: new Map<string, StoredContact[]>(),
    byStructure: new Map<string, StoredContact[]>(),
    byName: new Map<string, StoredContact[]>(),
  };
  for (const contact of contacts) {
    if (index.byId.has(contact.id)) continue;
    index.byId.set(contact.id, contact);
    index.byNumber.set(contact.number, contact);
    add(index.byEmail, contact.fields.EMAIL1, contact);
    if (contact.kind !== 'structure') continue;
    add(index.byStructure, structureKey(contact.fields, institution) ?? undefined, contact);
    add(index.byName, contact.fields.OFFICIAL_NAME && likeName(contact.fields.OFFICIAL_NAME), contact);
  }
  return index;
}

function add(map: Map<string, StoredContact[]>, key: string | undefined, contact: StoredContact): void {
  if (!key) return;
  const known = map.get(key);
  if (known) known.push(contact);
  else map.set(key, [contact]);
}
