import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { show } from '@/app/acting';
import { NewImport } from '@/components/import/new-import';
import { Page } from '@/components/ui/page';
import { LIMITS } from '@/lib/engine';
import { requirePermission } from '@/lib/server/actor';
import { create } from './actions';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('upload'))('newTitle') });

export default async function NewImportPage() {
  const t = await getTranslations('upload');
  await show(async (actor) => requirePermission(actor, 'import.create'));
  const { fileBytes, rows, columns } = LIMITS;
  return (
    <Page title={t('newTitle')} lead={t('newLead')}>
      <NewImport limits={{ fileBytes, rows, columns }} create={create} />
    </Page>
  );
}
