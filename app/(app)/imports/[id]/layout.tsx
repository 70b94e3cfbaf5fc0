import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportHeader } from '@/components/import/import-header';
import { Stepper } from '@/components/import/stepper';
import { isHeld, openSteps, stepOf, stepsOf } from '@/components/import/steps';
import { UndoWords } from '@/components/ui/bucket-names';
import { Frame } from '@/components/ui/page';
import { cancel } from './actions';
import { loadImport } from './load-import';

export async function generateMetadata({ params }: LayoutProps<'/imports/[id]'>): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('numbered', { id: (await params).id }) };
}

export default async function ImportLayout({ params, children }: LayoutProps<'/imports/[id]'>) {
  const detail = await loadImport((await params).id);
  const { id, kind, purpose, approval, undoes, undoneBy, fileName, environment, state, createdByName, createdAt } = detail;
  const names = kind === 'file' ? {} : { problems: (await getTranslations('undo'))('kept') };
  return (
    <Frame wide>
      <ImportHeader
        {...{ kind, purpose, approval, undoes, undoneBy, fileName, environment, state, createdByName, createdAt }}
        held={isHeld(detail)}
        cancel={cancel.bind(null, id)}
      />
      <Stepper importId={id} steps={stepsOf(detail)} names={names} open={openSteps(detail)} waiting={stepOf(detail)} />
      <UndoWords undo={kind !== 'file'}>{children}</UndoWords>
    </Frame>
  );
}
