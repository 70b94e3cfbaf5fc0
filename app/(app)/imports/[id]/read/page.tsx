import { glance } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { ReadStep } from '@/components/import/read-step';
import { isHeld } from '@/components/import/steps';
import { StillReading } from '@/components/import/still-reading';
import { HeldNote } from '@/components/recipes/held-note';
import { listDamages } from '@/lib/server/imports/list-damages';
import { accept, preview, unlock } from './actions';

export default async function ReadPage({ params }: PageProps<'/imports/[id]/read'>) {
  const detail = await loadForStep((await params).id, 'read');
  const { id, fileName, readOptions, state, progress, sameFileAs, recipe } = detail;
  return (
    <ReadStep
      note={recipe && isHeld(detail) && <HeldNote importId={id} name={recipe.name} />}
      importId={id}
      fileName={fileName}
      options={readOptions}
      first={await preview(id, readOptions)}
      reading={
        state === 'reading' && <StillReading importId={id} first={{ state, progress, work: null, held: false }} look={glance.bind(null, id)} />
      }
      damages={await show((actor) => listDamages(actor, { importId: id }))}
      sameFileAs={sameFileAs}
      preview={preview.bind(null, id)}
      accept={accept.bind(null, id)}
      unlock={unlock.bind(null, id)}
    />
  );
}
