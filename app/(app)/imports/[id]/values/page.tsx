import { getLocale } from 'next-intl/server';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { ValuesStep } from '@/components/values/values-step';
import { NO_EDITS, sourceOf } from '@/lib/engine';
import { languageIn } from '@/lib/i18n';
import { listValues } from '@/lib/server/imports/list-values';
import { accept } from './actions';

export default async function ValuesPage({ params }: PageProps<'/imports/[id]/values'>) {
  const { id, profile, edits } = await loadForStep((await params).id, 'values');
  const listed = await show((actor) => listValues(actor, { importId: id }));
  const fields = fieldOptions(languageIn(await getLocale()));
  const names = Object.fromEntries(
    listed.columns.map(({ column, field }) => {
      const source = sourceOf(column, edits ?? NO_EDITS);
      const header = profile?.find(({ index }) => index === source)?.header ?? '';
      return [column, { header, field: fields.find(({ code }) => code === field)?.label ?? field }];
    }),
  );
  return <ValuesStep importId={id} listed={listed} names={names} accept={accept.bind(null, id)} />;
}
