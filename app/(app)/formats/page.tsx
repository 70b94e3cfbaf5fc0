import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { type DescribedGroup, FieldList } from '@/components/formats/field-list';
import type { DescribedField } from '@/components/formats/field-row';
import { TemplateList } from '@/components/formats/template-list';
import { Page } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { allowedValues, FIELDS, type FieldCode, type FieldGroup, LAYOUTS } from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import { languageIn } from '@/lib/i18n';
import { catalogues } from '@/lib/i18n/catalogues';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('formats'))('title') });

function described(field: (typeof FIELDS)[number], language: Language): DescribedField {
  const { code, labels, type, length, olderCodes = [], own = false, shortens = false, neverCleared = false, example, appliesTo } = field;
  const rules: { [Code in FieldCode]?: string } = catalogues[language].fields.rules;
  const defaults: { [Code in FieldCode]?: string } = catalogues[language].fields.defaults;
  return {
    ...{ code, label: labels[language], type, length, olderCodes, own, shortens, neverCleared, example, appliesTo },
    rule: rules[code] ?? null,
    whenEmpty: defaults[code] ?? null,
    allowed: allowedValues(field),
  };
}

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
    <Page title={t('title')} lead={t('lead')} actions={<TextLink href="/formats/problems">{t('guide.link')}</TextLink>}>
      <TemplateList layouts={LAYOUTS.map(({ code }) => code)} />
      <FieldList groups={groups} />
    </Page>
  );
}
