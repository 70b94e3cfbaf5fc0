import { Text } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { OfferedUndo } from '@/app/(app)/imports/[id]/offered-undo';
import { ResultStep } from '@/components/import/result-step';

export default async function ResultPage({ params }: PageProps<'/imports/[id]/result'>) {
  const t = await getTranslations('result');
  const { id, kind, environment, counts, balanced, appliedAt, state } = await loadForStep((await params).id, 'result');
  if (state === 'cancelled' || !counts) return <Text>{t('cancelled')}</Text>;
  const undo = <OfferedUndo importId={id} kind={kind} />;
  return <ResultStep importId={id} {...{ kind, environment, counts, balanced, appliedAt, undo }} />;
}
