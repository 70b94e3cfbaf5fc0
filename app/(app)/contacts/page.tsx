import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { show } from '@/app/acting';
import { ContactFilters } from '@/components/contacts/contact-filters';
import { ContactGrid } from '@/components/contacts/contact-grid';
import { CONTACT_KINDS } from '@/components/contacts/contact-shapes';
import { ExportDialog } from '@/components/contacts/export-dialog';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { Page } from '@/components/ui/page';
import { listContacts } from '@/lib/server/contacts/list-contacts';
import { loadContacts } from './actions';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('contacts'))('title') });

// An address that people type or shorten: what cannot be used is left out.
const filters = z.object({
  search: z.string().max(200).optional().catch(undefined),
  kind: z.enum(CONTACT_KINDS).optional().catch(undefined),
  environment: z.enum(['P', 'PP']).catch('P'),
});

export default async function ContactsPage({ searchParams }: PageProps<'/contacts'>) {
  const t = await getTranslations('contacts');
  const filter = filters.parse(await searchParams);
  const { environment, search = '', kind } = filter;
  const { total } = await show((actor) => listContacts(actor, { environment, limit: 1 }));
  return (
    <Page wide title={t('title')} actions={total > 0 && <ExportDialog filter={{ environment, search, ...(kind && { kind }) }} />}>
      <ContactFilters search={search} kind={kind ?? ''} environment={environment} />
      {total === 0 ? (
        <Empty title={t('empty')} text={t('emptyText')}>
          <LinkButton href="/imports/new">{t('bring')}</LinkButton>
        </Empty>
      ) : (
        <ContactGrid filter={JSON.stringify(filter)} load={loadContacts.bind(null, filter)} />
      )}
    </Page>
  );
}
