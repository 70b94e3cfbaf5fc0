import { Stack, Text } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { replan } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { PurgedNote } from '@/components/import/purged-note';
import { ReplanConflicts } from '@/components/import/replan-conflicts';
import { ResultStep } from '@/components/import/result-step';

export default async function ResultPage({ params }: PageProps<'/imports/[id]/result'>) {
  const t = await getTranslations('result');
  const { id, environment, counts, balanced, appliedAt, purgedAt, replannable, state } = await loadForStep((await params).id, 'result');
  const again = <ReplanConflicts importId={id} rows={replannable} replan={replan.bind(null, id)} />;
  return (
    <Stack gap="xl" maw="52rem">
      <PurgedNote purgedAt={purgedAt} />
      {state === 'applied' && counts && <ResultStep importId={id} {...{ environment, counts, balanced, appliedAt }} replan={again} />}
      {state === 'cancelled' && <Text>{t('cancelled')}</Text>}
    </Stack>
  );
}
