import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { AuditFilters } from '@/components/audit/audit-filters';
import { AuditTable } from '@/components/audit/audit-table';
import { ChainCheck } from '@/components/audit/chain-check';
import { ListPages } from '@/components/ui/list-pages';
import { EVENTS_PER_PAGE, listEvents } from '@/lib/server/audit/list-events';
import { checkChain } from './actions';

export const generateMetadata = () => settingsTitle('audit');

// An address that people type or shorten: what cannot be used is left out.
const day = z.iso.date().optional().catch(undefined);
const filters = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  action: z.string().max(100).optional().catch(undefined),
  subject: z.string().max(250).optional().catch(undefined),
  from: day,
  to: day,
});

export default async function AuditPage({ searchParams }: PageProps<'/settings/audit'>) {
  const t = await getTranslations('audit');
  const { page, ...filter } = filters.parse(await searchParams);
  const { total, events, actions } = await show((actor) => listEvents(actor, { page, ...filter }));
  return (
    <>
      <SettingsHeading page="audit" />
      <ChainCheck check={checkChain} />
      <AuditFilters actions={actions} filter={filter} />
      {events.length > 0 && <AuditTable events={events} />}
      <ListPages page={page} pageCount={Math.ceil(total / EVENTS_PER_PAGE)} counted={t('count', { count: total })} label={t('pages')} />
    </>
  );
}
