'use client';

import { Button, NativeSelect, Stack, Table, TableTbody, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { isOpen, type ValueColumn } from '@/lib/engine';
import { isConsentField } from './consent-field';
import { useValueName } from './use-choices';
import { type SaidValues, sayCriterion, withAnswer } from './value-answers';
import { ValueItem } from './value-item';
import type { ListedValues } from './value-shapes';
import classes from './values-step.module.css';

interface Props {
  column: ValueColumn;
  names: { header: string; field: string };
  listed: ListedValues;
  defines: boolean;
  said: SaidValues;
  say: (said: SaidValues) => void;
}

/** The values of one column: those that somebody has to say something of first, the others behind a button. */
export function ValueColumnTable({ column: of, names, listed, defines, said, say }: Props) {
  const t = useTranslations('values');
  const nameOf = useValueName();
  const { column, field, rows, further } = of;
  const asked = rows.filter((row) => isOpen(row) || row.answer !== undefined);
  const [all, setAll] = useState(asked.length === 0);
  const shown = all ? rows : asked;
  const choices = useMemo(
    () => (listed.choices[field] ?? []).map(({ code, labels }) => ({ value: code, label: nameOf(field, code, labels) })),
    [listed, field, nameOf],
  );
  const id = `values-${column}`;
  return (
    <section aria-labelledby={id}>
      <Title order={3} id={id} fz="lg">
        {t('column', names)}
      </Title>
      <Stack gap={4} mb="sm" maw="70ch">
        <Text c="dimmed">{t('counted', { values: rows.length, asked: rows.filter(isOpen).length })}</Text>
        {further > 0 && <Text c="dimmed">{t('further', { count: further })}</Text>}
        {isConsentField(field) && <Text>{t('consentLead')}</Text>}
      </Stack>
      {field.startsWith('CRIT') && rows.some(({ value }) => !value.includes('=')) && listed.criteria.length > 0 && (
        <NativeSelect
          maw="24rem"
          mb="sm"
          label={t('wholeColumn')}
          description={t('wholeColumnAbout')}
          value=""
          data={[{ value: '', label: t('choose') }, ...listed.criteria.map(({ code }) => code)]}
          onChange={(event) => {
            const criterion = listed.criteria.find(({ code }) => code === event.currentTarget.value);
            if (criterion) say(sayCriterion(said, of, criterion));
          }}
        />
      )}
      <Table verticalSpacing="xs" className={classes.values} aria-labelledby={id}>
        <TableThead>
          <TableTr>
            <TableTh w="34%">{t('value')}</TableTh>
            <TableTh w="14%">{t('cells')}</TableTh>
            <TableTh>{t('becomes')}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {shown.map((row) => (
            <ValueItem
              key={row.value}
              row={row}
              field={field}
              choices={choices}
              defines={defines}
              answer={said[column]?.[row.value] ?? null}
              say={(answer) => say(withAnswer(said, column, row.value, answer))}
            />
          ))}
        </TableTbody>
      </Table>
      {asked.length > 0 && asked.length < rows.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('hideKnown') : t('showKnown', { count: rows.length - asked.length })}
        </Button>
      )}
    </section>
  );
}
