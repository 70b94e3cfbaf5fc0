import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { show } from '@/app/acting';
import { CriterionList } from '@/components/criteria/criterion-list';
import { DefinitionFiles } from '@/components/criteria/definition-files';
import { PolicySwitch } from '@/components/criteria/policy-switch';
import { StructureTypes } from '@/components/criteria/structure-types';
import { LinkButton } from '@/components/ui/link-button';
import { Page } from '@/components/ui/page';
import { languageIn } from '@/lib/i18n';
import { listDefinitions } from '@/lib/server/criteria/list-definitions';
import { retire, saveType, setPolicy, weigh } from './actions';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('criteria'))('title') });

export default async function CriteriaPage() {
  const t = await getTranslations('criteria');
  const language = languageIn(await getLocale());
  const { criteria, structureTypes, mayDefine, customersDefine, maySetPolicy } = await show(listDefinitions);
  const actions = mayDefine && (
    <>
      <LinkButton variant="default" href="/criteria/file">
        {t('byFile')}
      </LinkButton>
      <LinkButton href="/criteria/new">{t('new')}</LinkButton>
    </>
  );
  return (
    <Page wide title={t('title')} lead={t(mayDefine ? 'lead' : 'leadOfReaders')} actions={actions}>
      <Stack gap={48}>
        <CriterionList criteria={criteria} language={language} />
        <StructureTypes types={structureTypes} actions={mayDefine ? { saveType, weigh, setRetired: retire } : null} />
        <DefinitionFiles what={['export']} />
        {maySetPolicy && <PolicySwitch customersDefine={customersDefine} set={setPolicy} />}
      </Stack>
    </Page>
  );
}
