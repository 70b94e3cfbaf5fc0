import { Stack } from '@mantine/core';
import { glance, retry } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { OfferedUndo } from '@/app/(app)/imports/[id]/offered-undo';
import { LiveProgress } from '@/components/import/live-progress';
import { StoppedImport } from '@/components/import/stopped-import';

export default async function ProgressPage({ params }: PageProps<'/imports/[id]/progress'>) {
  const { id, kind, state, error, progress, workerAlive } = await loadForStep((await params).id, 'progress');
  if (state === 'failed') {
    return (
      <Stack gap={40}>
        <StoppedImport error={error} retry={retry.bind(null, id)} />
        <OfferedUndo importId={id} kind={kind} />
      </Stack>
    );
  }
  return <LiveProgress first={{ state, progress, workerAlive }} look={glance.bind(null, id)} />;
}
