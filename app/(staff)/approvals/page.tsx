import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ApprovalQueue } from '@/components/approvals/approval-queue';
import { Page } from '@/components/ui/page';
import { may } from '@/lib/server/actor';
import { APPROVALS_PER_PAGE, listApprovals } from '@/lib/server/approvals/list-approvals';
import { currentSession } from '@/lib/server/auth/current-session';
import { openRequest } from './actions';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('approval.queue'))('title') });

// An address that people type or shorten: what cannot be used is left out.
const wanted = z.object({ page: z.coerce.number().int().min(1).catch(1), show: z.enum(['open', 'ended']).catch('open') });

export default async function ApprovalsPage({ searchParams }: PageProps<'/approvals'>) {
  const t = await getTranslations('approval.queue');
  const session = await currentSession();
  if (!session || !may(session, 'approval.list')) forbidden();
  const { page, show } = wanted.parse(await searchParams);
  const { total, items } = await listApprovals(session, { page, open: show === 'open' });
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <ApprovalQueue {...{ show, page, total, items }} pageCount={Math.ceil(total / APPROVALS_PER_PAGE)} open={openRequest} />
    </Page>
  );
}
