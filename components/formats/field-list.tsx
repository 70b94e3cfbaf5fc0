'use client';

import { Stack, Table, TableScrollContainer, TableTbody, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FieldGroup } from '@/lib/engine';
import { type DescribedField, FieldRow } from './field-row';

/** The fields of one group. Criteria are alike: one stands for all, from the first code to the last. */
export interface DescribedGroup {
  name: FieldGroup;
  fields: DescribedField[];
  span: { from: string; to: string } | null;
}

/** The columns with their widths: rules are sentences, the rest are words. */
const COLUMNS = [
  ['label', '20%'],
  ['type', '14%'],
  ['rule', '38%'],
  ['example', '15%'],
  ['for', '13%'],
] as const;

/** The format as a page to read, made from the catalogue of fields. */
export function FieldList({ groups }: { groups: readonly DescribedGroup[] }) {
  const t = useTranslations('formats');
  const groupName = useTranslations('ui.groups');
  return (
    <Stack gap={48}>
      <section aria-labelledby="rules">
        <Title order={2} id="rules" mb="xs">
          {t('rulesTitle')}
        </Title>
        {(['blank', 'clear', 'append'] as const).map((rule) => (
          <Text key={rule}>{t(`rules.${rule}`)}</Text>
        ))}
      </section>
      {groups.map(({ name, fields, span }) => (
        <section key={name}>
          <Title order={2} id={`group-${name}`} mb="xs">
            {groupName(name)}
          </Title>
          {span && <Text mb="xs">{t('criteriaNote', span)}</Text>}
          <TableScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': groupName(name) } }}>
            <Table verticalSpacing="sm" layout="fixed" aria-labelledby={`group-${name}`}>
              <TableThead>
                <TableTr>
                  {COLUMNS.map(([column, width]) => (
                    <TableTh key={column} w={width}>
                      {t(column)}
                    </TableTh>
                  ))}
                </TableTr>
              </TableThead>
              <TableTbody>
                {fields.map((field) => (
                  <FieldRow key={field.code} field={field} />
                ))}
              </TableTbody>
            </Table>
          </TableScrollContainer>
        </section>
      ))}
    </Stack>
  );
}
