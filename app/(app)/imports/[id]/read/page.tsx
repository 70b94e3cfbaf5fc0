import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { ReadStep } from '@/components/import/read-step';
import { accept, preview } from './actions';

export default async function ReadPage({ params }: PageProps<'/imports/[id]/read'>) {
  const { id, fileName, readOptions, state, sameFileAs } = await loadForStep((await params).id, 'read');
  return (
    <ReadStep
      importId={id}
      fileName={fileName}
      options={readOptions}
      first={await preview(id, readOptions)}
      stillReading={state === 'reading'}
      sameFileAs={sameFileAs}
      preview={preview.bind(null, id)}
      accept={accept.bind(null, id)}
    />
  );
}
