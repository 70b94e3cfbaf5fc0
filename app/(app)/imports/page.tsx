import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { show } from '@/app/acting';
import { IMPORT_STATES } from '@/components/import/import-shapes';
import { ImportFilters } from '@/components/imports/import-filters';
import { ImportPages } from '@/components/imports/import-pages';
import { ImportTable } from '@/components/imports/import-table';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { Page } from '@/components/ui/page';
import { IMPORTS_PER_PAGE, listImports } from '@/lib/server/imports/list-imports';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('imports'))('title') });

// An address that people type or shorten: what cannot be used is left out.
const filters = z.object({
  page: z.coerce.number().int().min(1).catch(1),
  search: z.string().optional().catch(undefined),
  state: z.enum(IMPORT_STATES).optional().catch(undefined),
  environment: z.enum(['PP', 'P']).optional().catch(undefined),
});

export default async function ImportsPage({ searchParams }: PageProps<'/imports'>) {
  const t = await getTranslations();
  const { page, search = '', state, environment } = filters.parse(await searchParams);
  const { total, items } = await show((actor) => listImports(actor, { page, search: search || undefined, state, environment }));
  const filtered = Boolean(search || state || environment);
  const action = <LinkButton href="/imports/new">{t('imports.new')}</LinkButton>;
  return (
    <Page wide title={t('imports.title')} lead={t('imports.lead')} actions={action}>
      {total === 0 && !filtered ? (
        <Empty title={t('imports.empty')} text={t('imports.emptyText')}>
          {action}
        </Empty>
      ) : (
        <>
          <ImportFilters search={search} state={state ?? ''} environment={environment ?? ''} />
          {items.length > 0 ? <ImportTable items={items} /> : <p>{t('ui.nothingFound')}</p>}
          <ImportPages page={page} pageCount={Math.ceil(total / IMPORTS_PER_PAGE)} total={total} />
        </>
      )}
    </Page>
  );
}
