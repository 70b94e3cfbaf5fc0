import { Stack, Text } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { PurgedNote } from '@/components/import/purged-note';
import { ResultStep } from '@/components/import/result-step';

export default async function ResultPage({ params }: PageProps<'/imports/[id]/result'>) {
  const t = await getTranslations('result');
  const { id, environment, counts, balanced, appliedAt, purgedAt, state } = await loadForStep((await params).id, 'result');
  return (
    <Stack gap="xl" maw="52rem">
      <PurgedNote purgedAt={purgedAt} />
      {state === 'applied' && counts && <ResultStep importId={id} {...{ environment, counts, balanced, appliedAt }} />}
      {state === 'cancelled' && <Text>{t('cancelled')}</Text>}
    </Stack>
  );
}
