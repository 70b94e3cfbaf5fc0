import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { retire, saveCriterion, weigh } from '@/app/(app)/criteria/actions';
import { show } from '@/app/acting';
import { CriterionForm } from '@/components/criteria/criterion-form';
import { Page } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { getDefiningRight } from '@/lib/server/criteria/get-defining-right';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('criteria'))('new') });

export default async function NewCriterionPage() {
  const t = await getTranslations('criteria');
  const mayDefine = await show(getDefiningRight);
  return (
    <Page wide title={t('new')} lead={t(mayDefine ? 'newLead' : 'leadOfReaders')} actions={<TextLink href="/criteria">{t('back')}</TextLink>}>
      {mayDefine && <CriterionForm criterion={null} actions={{ save: saveCriterion, weigh, setRetired: retire }} />}
    </Page>
  );
}
