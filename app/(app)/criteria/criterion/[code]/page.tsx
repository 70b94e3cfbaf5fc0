import { Group } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { retire, saveCriterion, weigh } from '@/app/(app)/criteria/actions';
import { show } from '@/app/acting';
import { CriterionForm } from '@/components/criteria/criterion-form';
import { DefinedStatus } from '@/components/criteria/defined-status';
import { RetireButton } from '@/components/criteria/retire-button';
import { Page } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { getCriterion } from '@/lib/server/criteria/get-criterion';

type Props = PageProps<'/criteria/criterion/[code]'>;

const codeOf = async ({ params }: Props) => decodeURIComponent((await params).code);

export const generateMetadata = async (props: Props): Promise<Metadata> => ({ title: await codeOf(props) });

export default async function CriterionPage(props: Props) {
  const t = await getTranslations('criteria');
  const code = await codeOf(props);
  const { criterion, mayDefine } = await show((actor) => getCriterion(actor, { code }));
  const actions = mayDefine ? { save: saveCriterion, weigh, setRetired: retire } : null;
  return (
    <Page
      wide
      title={criterion.name || code}
      lead={
        <Group component="span" gap="lg">
          <DefinedStatus retired={criterion.retired} />
          <TextLink href="/criteria">{t('back')}</TextLink>
        </Group>
      }
      actions={actions && <RetireButton place={{ list: 'criteria', code }} retired={criterion.retired} {...actions} />}
    >
      <CriterionForm key={code} criterion={criterion} actions={actions} />
    </Page>
  );
}
