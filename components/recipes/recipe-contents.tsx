'use client';

import { List, ListItem, SimpleGrid, TableTd, TableTr, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { type FieldLabels, fieldLabel } from '@/components/import/field-label';
import { useEditText } from '@/components/import/use-edit-text';
import { ScrollTable } from '@/components/ui/scroll-table';
import { columnsRead, sourceOf } from '@/lib/engine';
import type { RecipeDetail } from './recipe-shapes';

type Props = Pick<RecipeDetail, 'columns' | 'edits' | 'rules'> & { labels: FieldLabels };

/** What a recipe does: which column is which field, how values are edited before, and what else is chosen. */
export function RecipeContents({ columns, edits, rules, labels }: Props) {
  const t = useTranslations('recipes');
  const read = useTranslations('read');
  const format = useFormatter();
  const nameOf = useCallback((column: number) => columns[column]?.header || read('unnamed', { number: column + 1 }), [columns, read]);
  const { sentence } = useEditText(nameOf, edits, []);
  const done = edits.list.map((edit) => t('page.editOf', { column: nameOf(sourceOf(columnsRead(edit)[0] ?? 0, edits)), edit: sentence(edit) }));
  const chosen = [
    rules.lenient && t('rules.lenient'),
    rules.defineUnknown && t('rules.defineUnknown'),
    rules.allOrNothing && t('rules.allOrNothing'),
    rules.structureNumber === 'structure' && t('rules.structureNumber'),
  ].filter((text) => typeof text === 'string');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing={40}>
      <div>
        <Title order={3} fz="md" mb="xs">
          {t('page.columns')}
        </Title>
        <ScrollTable label={t('page.columns')} columns={[t('page.column'), t('page.fields')]} minWidth={280}>
          {columns.map(({ fields }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name that is theirs alone
            <TableTr key={index}>
              <TableTd style={{ overflowWrap: 'anywhere' }}>{nameOf(index)}</TableTd>
              <TableTd>
                {fields.length > 0 ? format.list(fields.map((field) => fieldLabel(labels, field))) : <Text c="dimmed">{t('page.leftOut')}</Text>}
              </TableTd>
            </TableTr>
          ))}
        </ScrollTable>
      </div>
      <div>
        <Told title={t('page.edits')} none={t('page.noEdits')} texts={done} />
        <Told title={t('page.rules')} none={t('page.noRules')} texts={chosen} />
      </div>
    </SimpleGrid>
  );
}

function Told({ title, none, texts }: { title: string; none: string; texts: readonly string[] }) {
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {title}
      </Title>
      {texts.length === 0 ? (
        <Text c="dimmed" mb="lg">
          {none}
        </Text>
      ) : (
        <List mb="lg">
          {texts.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same edit may stand there twice
            <ListItem key={at}>{text}</ListItem>
          ))}
        </List>
      )}
    </section>
  );
}
