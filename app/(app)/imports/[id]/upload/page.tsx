import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { UploadStep } from '@/components/import/upload-step';
import { LIMITS } from '@/lib/engine';

export default async function UploadPage({ params }: PageProps<'/imports/[id]/upload'>) {
  const { id, fileName, size } = await loadForStep((await params).id, 'upload');
  return <UploadStep importId={id} fileName={fileName} size={size} maxBytes={LIMITS.fileBytes} />;
}
