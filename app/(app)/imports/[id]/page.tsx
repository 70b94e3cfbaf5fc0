import { redirect } from 'next/navigation';
import { stepOf } from '@/components/import/steps';
import { loadImport } from './load-import';

/** An import's own address leads to where it stands. */
export default async function ImportPage({ params }: PageProps<'/imports/[id]'>) {
  const detail = await loadImport((await params).id);
  redirect(`/imports/${detail.id}/${stepOf(detail)}`);
}
