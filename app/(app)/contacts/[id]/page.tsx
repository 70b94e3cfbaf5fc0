import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { show } from '@/app/acting';
import { ContactCard } from '@/components/contacts/contact-card';
import type { ContactDetail } from '@/components/contacts/contact-shapes';
import { fieldGroups } from '@/components/contacts/field-groups';
import { Frame } from '@/components/ui/page';
import { languageIn } from '@/lib/i18n';
import { getContact } from '@/lib/server/contacts/get-contact';

const CONTACT_ID = /^\d{1,18}$/;

const nameOf = ({ fields }: ContactDetail): string | null =>
  fields.OFFICIAL_NAME ?? ([fields.FIRSTNAME, fields.LASTNAME].filter(Boolean).join(' ') || fields.EMAIL1 || null);

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('contacts'))('title') });

export default async function ContactPage({ params }: PageProps<'/contacts/[id]'>) {
  const { id } = await params;
  if (!CONTACT_ID.test(id)) notFound();
  const contact: ContactDetail = await show((actor) => getContact(actor, { contactId: id }));
  return (
    <Frame>
      <ContactCard contact={contact} name={nameOf(contact)} groups={fieldGroups(contact, languageIn(await getLocale()))} />
    </Frame>
  );
}
