'use server';

import { z } from 'zod';
import { answer } from '@/app/acting';
import { CONTACT_KINDS, type ListedContact } from '@/components/contacts/contact-shapes';
import type { Answer } from '@/components/ui/answer';
import { listContacts } from '@/lib/server/contacts/list-contacts';

const filter = z.object({ environment: z.enum(['PP', 'P']), kind: z.enum(CONTACT_KINDS).optional(), search: z.string().optional() });

export type ContactFilter = z.infer<typeof filter>;

/** One page of the contacts that fit. */
export async function loadContacts(wanted: ContactFilter, offset: number, limit: number): Promise<Answer<{ total: number; rows: ListedContact[] }>> {
  return answer(async (actor) => {
    const { total, contacts } = await listContacts(actor, { ...filter.parse(wanted), offset, limit });
    return { total, rows: contacts };
  });
}
