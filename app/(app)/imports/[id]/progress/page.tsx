import { glance, pause, resume, retry, stop } from '@/app/(app)/imports/[id]/actions';
import { firstGlance, loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { LiveProgress } from '@/components/import/live-progress';
import { PauseImport } from '@/components/import/pause-import';
import { PausedImport } from '@/components/import/paused-import';
import { StoppedImport } from '@/components/import/stopped-import';

export default async function ProgressPage({ params }: PageProps<'/imports/[id]/progress'>) {
  const { id, state, error, progress } = await loadForStep((await params).id, 'progress');
  if (state === 'failed') return <StoppedImport error={error} retry={retry.bind(null, id)} />;
  if (state === 'paused') return <PausedImport progress={progress} error={error} resume={resume.bind(null, id)} stop={stop.bind(null, id)} />;
  const controls = state === 'applying' && <PauseImport pause={pause.bind(null, id)} stop={stop.bind(null, id)} />;
  return <LiveProgress first={await firstGlance({ id, state })} look={glance.bind(null, id)} controls={controls} />;
}
