import { glance } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { ReadStep } from '@/components/import/read-step';
import { StillReading } from '@/components/import/still-reading';
import { listDamages } from '@/lib/server/imports/list-damages';
import { accept, preview, unlock } from './actions';

export default async function ReadPage({ params }: PageProps<'/imports/[id]/read'>) {
  const { id, fileName, readOptions, state, progress, sameFileAs } = await loadForStep((await params).id, 'read');
  return (
    <ReadStep
      importId={id}
      fileName={fileName}
      options={readOptions}
      first={await preview(id, readOptions)}
      reading={state === 'reading' && <StillReading first={{ state, progress, work: null }} look={glance.bind(null, id)} />}
      damages={await show((actor) => listDamages(actor, { importId: id }))}
      sameFileAs={sameFileAs}
      preview={preview.bind(null, id)}
      accept={accept.bind(null, id)}
      unlock={unlock.bind(null, id)}
    />
  );
}
