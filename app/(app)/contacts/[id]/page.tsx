import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { show } from '@/app/acting';
import { ContactCard, type FilledGroup } from '@/components/contacts/contact-card';
import type { ContactDetail } from '@/components/contacts/contact-shapes';
import { Frame } from '@/components/ui/page';
import { FIELDS } from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import { languageIn } from '@/lib/i18n';
import { getContact } from '@/lib/server/contacts/get-contact';

const CONTACT_ID = /^\d{1,18}$/;

const nameOf = ({ fields }: ContactDetail): string | null =>
  fields.OFFICIAL_NAME ?? ([fields.FIRSTNAME, fields.LASTNAME].filter(Boolean).join(' ') || fields.EMAIL1 || null);

/** The fields that are filled, by group, in the order of the format; further addresses behind the first. */
function filledGroups({ fields, addresses }: ContactDetail, language: Language): FilledGroup[] {
  const further = addresses.slice(1).flatMap(({ uses, fields: lines }) => {
    return groupsOf({ ADDR_TYPE: uses, ...lines }, language).map((group) => ({ ...group, uses }));
  });
  return groupsOf(fields, language).flatMap((group) => (group.name === 'address' ? [group, ...further] : [group]));
}

/** The number stands in the heading. */
function groupsOf(fields: ContactDetail['fields'], language: Language): FilledGroup[] {
  const filled = FIELDS.flatMap(({ code, group, type, labels }) => {
    const value = fields[code];
    return value === undefined || code === 'CONTACT_NR' ? [] : [{ code, group, type, label: labels[language], value }];
  });
  return [...new Set(filled.map(({ group }) => group))].map((name) => ({ name, fields: filled.filter(({ group }) => group === name) }));
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('contacts'))('title') });

export default async function ContactPage({ params }: PageProps<'/contacts/[id]'>) {
  const { id } = await params;
  if (!CONTACT_ID.test(id)) notFound();
  const contact: ContactDetail = await show((actor) => getContact(actor, { contactId: id }));
  return (
    <Frame>
      <ContactCard contact={contact} name={nameOf(contact)} groups={filledGroups(contact, languageIn(await getLocale()))} />
    </Frame>
  );
}
