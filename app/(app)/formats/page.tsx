import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { type DescribedGroup, FieldList } from '@/components/formats/field-list';
import type { DescribedField } from '@/components/formats/field-row';
import { TemplateList } from '@/components/formats/template-list';
import { Page } from '@/components/ui/page';
import { FIELDS, type Field, type FieldGroup, LAYOUTS } from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import { languageIn } from '@/lib/i18n';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('formats'))('title') });

const described = (field: Field, language: Language): DescribedField => {
  const { code, labels, type, length, own = false, shortens = false, neverCleared = false, example, appliesTo } = field;
  return { code, label: labels[language], type, length, own, shortens, neverCleared, example, appliesTo };
};

function describedGroup(name: FieldGroup, language: Language): DescribedGroup {
  const fields = FIELDS.filter(({ group }) => group === name).map((field) => described(field, language));
  const [first, last] = [fields.at(0), fields.at(-1)];
  if (name !== 'criteria' || !first || !last) return { name, fields, span: null };
  return { name, fields: [first], span: { from: first.code, to: last.code } };
}

export default async function FormatsPage() {
  const t = await getTranslations('formats');
  const language = languageIn(await getLocale());
  const groups = [...new Set(FIELDS.map(({ group }) => group))].map((name) => describedGroup(name, language));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <TemplateList layouts={LAYOUTS.map(({ code }) => code)} />
      <FieldList groups={groups} />
    </Page>
  );
}
