import { Text } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { resume } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { OfferedUndo } from '@/app/(app)/imports/[id]/offered-undo';
import { ResultStep } from '@/components/import/result-step';
import { UnfinishedImport } from '@/components/import/unfinished-import';

export default async function ResultPage({ params }: PageProps<'/imports/[id]/result'>) {
  const t = await getTranslations('result');
  const { id, kind, environment, counts, balanced, appliedAt, state, error } = await loadForStep((await params).id, 'result');
  if (state === 'cancelled' || !counts) return <Text>{t('cancelled')}</Text>;
  const unfinished = state === 'stopped' && <UnfinishedImport error={error} left={counts.not_imported} finish={resume.bind(null, id)} />;
  const undo = <OfferedUndo importId={id} kind={kind} />;
  return <ResultStep importId={id} {...{ kind, environment, counts, balanced, appliedAt, unfinished, undo }} />;
}
