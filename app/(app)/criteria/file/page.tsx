import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { carryOutFile, planFile } from '@/app/(app)/criteria/actions';
import { show } from '@/app/acting';
import { DefinitionFiles } from '@/components/criteria/definition-files';
import { DefinitionImport } from '@/components/criteria/definition-import';
import { Page } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { getDefiningRight } from '@/lib/server/criteria/get-defining-right';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('criteria'))('byFile') });

export default async function DefinitionFilePage() {
  const t = await getTranslations('criteria');
  const mayDefine = await show(getDefiningRight);
  return (
    <Page wide title={t('byFile')} lead={t(mayDefine ? 'byFileLead' : 'leadOfReaders')} actions={<TextLink href="/criteria">{t('back')}</TextLink>}>
      {mayDefine && (
        <Stack gap={48}>
          <DefinitionImport plan={planFile} carryOut={carryOutFile} />
          <DefinitionFiles what={['export', 'template']} />
        </Stack>
      )}
    </Page>
  );
}
