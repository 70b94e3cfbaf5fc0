import { Stack, Text } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { replan, resume } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { OfferedUndo } from '@/app/(app)/imports/[id]/offered-undo';
import { PurgedNote } from '@/components/import/purged-note';
import { ReplanConflicts } from '@/components/import/replan-conflicts';
import { ResultStep } from '@/components/import/result-step';
import { UnfinishedImport } from '@/components/import/unfinished-import';
import { OfRemoval } from './of-removal';
import { ResultQuality } from './result-quality';

export default async function ResultPage({ params }: PageProps<'/imports/[id]/result'>) {
  const t = await getTranslations('result');
  const found = await loadForStep((await params).id, 'result');
  const { id, kind, purpose, environment, counts, balanced, appliedAt, purgedAt, replannable, state, error } = found;
  const wrote = state === 'applied' || state === 'stopped';
  const isKept = purgedAt === null;
  const again = <ReplanConflicts importId={id} rows={replannable} replan={replan.bind(null, id)} />;
  const unfinished = isKept && state === 'stopped' && counts && (
    <UnfinishedImport error={error} left={counts.not_imported} finish={resume.bind(null, id)} />
  );
  const undo = isKept && <OfferedUndo importId={id} kind={kind} />;
  const quality = (
    <Suspense>
      <ResultQuality importId={id} />
    </Suspense>
  );
  return (
    <Stack gap="xl" maw="52rem">
      <PurgedNote purgedAt={purgedAt} />
      {wrote && counts && purpose === 'removal' && kind === 'file' && (
        <OfRemoval detail={found} counts={counts} {...{ unfinished, undo }} replan={again} />
      )}
      {wrote && counts && (purpose === 'change' || kind !== 'file') && (
        <ResultStep
          importId={id}
          {...{ kind, environment, counts, balanced, appliedAt, unfinished, undo }}
          replan={again}
          quality={kind === 'file' && isKept && quality}
        />
      )}
      {state === 'cancelled' && <Text>{t('cancelled')}</Text>}
    </Stack>
  );
}
