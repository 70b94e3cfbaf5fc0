'use client';

import { List, ListItem, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import type { ProposedDefinition } from '@/lib/engine';

/** Values that are named; the file of a large institution may bring hundreds. */
const NAMED = 20;

/** What an import defines, apart from what it does to contacts. Draws nothing where it defines nothing. */
export function DefinitionSection({ definitions }: { definitions: readonly ProposedDefinition[] }) {
  const t = useTranslations('plan.definitions');
  const lines = useLines(definitions);
  if (definitions.length === 0) return null;
  return (
    <section aria-labelledby="definitions">
      <Title order={3} id="definitions" fz="lg" mb="xs">
        {t('title')}
      </Title>
      <Text mb="xs">{t('lead')}</Text>
      <List listStyleType="none" spacing={4}>
        {lines.map(({ text, row }) => (
          <ListItem key={text}>
            <Status tone="good" icon="created">
              {text} ({t('row', { row })})
            </Status>
          </ListItem>
        ))}
      </List>
      {definitions.some(isCriterion) && (
        <Text c="dimmed" mt="xs" maw="70ch">
          {t('note')}
        </Text>
      )}
    </section>
  );
}

const isCriterion = ({ list, value }: ProposedDefinition) => list === 'criteria' && value === '';
const isValue = ({ value }: ProposedDefinition) => value !== '';
const firstRow = (all: readonly ProposedDefinition[]) => Math.min(...all.map(({ row }) => row));

/** A line for each new criterion, one for the new values of each list, and one for structure types. */
function useLines(definitions: readonly ProposedDefinition[]): { text: string; row: number }[] {
  const t = useTranslations('plan.definitions');
  const types = useTranslations('criteria.types');
  const named = (texts: readonly string[]) =>
    texts.length > NAMED ? t('more', { values: texts.slice(0, NAMED).join(', '), count: texts.length - NAMED }) : texts.join(', ');
  const codes = [...new Set(definitions.filter(isValue).map(({ code }) => code))];
  const structureTypes = definitions.filter(({ list }) => list === 'structure-types');
  return [
    ...definitions.filter(isCriterion).map(({ code, type, row }) => ({ text: t('criterion', { code, type: types(type ?? 'text') }), row })),
    ...codes.map((code) => {
      const all = definitions.filter((each) => isValue(each) && each.code === code);
      return { text: t('values', { code, count: all.length, values: named(all.map(({ value }) => value)) }), row: firstRow(all) };
    }),
    ...(structureTypes.length === 0
      ? []
      : [
          {
            text: t('structureTypes', { count: structureTypes.length, values: named(structureTypes.map(({ code }) => code)) }),
            row: firstRow(structureTypes),
          },
        ]),
  ];
}
