import { glance, retry } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { LiveProgress } from '@/components/import/live-progress';
import { StoppedImport } from '@/components/import/stopped-import';

export default async function ProgressPage({ params }: PageProps<'/imports/[id]/progress'>) {
  const { id, state, error, progress, workerAlive } = await loadForStep((await params).id, 'progress');
  if (state === 'failed') return <StoppedImport error={error} retry={retry.bind(null, id)} />;
  return <LiveProgress first={{ state, progress, workerAlive }} look={glance.bind(null, id)} />;
}
