import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ProblemGuide } from '@/components/formats/problem-guide';
import { Page } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { languageIn } from '@/lib/i18n';
import { describedProblems } from '@/lib/i18n/described-problems';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('formats.guide'))('title') });

export default async function ProblemGuidePage() {
  const t = await getTranslations('formats');
  return (
    <Page title={t('guide.title')} lead={t('guide.lead')} actions={<TextLink href="/formats">{t('title')}</TextLink>}>
      <ProblemGuide problems={describedProblems(languageIn(await getLocale()))} />
    </Page>
  );
}
