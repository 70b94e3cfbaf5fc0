'use client';

import { Select, TableTd, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import type { FieldCode, ValueRow } from '@/lib/engine';
import { useReadingText } from './use-reading-text';
import classes from './values-step.module.css';

interface Props {
  row: ValueRow;
  field: FieldCode;
  choices: readonly { value: string; label: string }[];
  /** Whether what is unknown is defined with the import. */
  defines: boolean;
  /** null where nothing is said. */
  answer: string | null;
  say: (answer: string | null) => void;
}

/** Choices that are no values of the list. Values have the sign in front of them, so that none is taken for one of these. */
const EMPTY = 'empty';
const KEEP = 'keep';
const VALUE = '=';

/** Options drawn at a time: the others are found by typing. */
const DRAWN = 60;

/** One value: its cells, what becomes of it, and what a person says it is. */
export function ValueItem({ row, field, choices, defines, answer, say }: Props) {
  const t = useTranslations('values');
  const format = useFormatter();
  const textOf = useReadingText(field);
  const { value, count } = row;
  const said = answer === null ? null : answer === '' ? EMPTY : answer === value ? KEEP : VALUE + answer;
  const isListed = choices.some((choice) => choice.value === answer);
  const own = said?.startsWith(VALUE) && !isListed ? [{ value: said, label: answer ?? '' }] : [];
  const options = [
    { value: EMPTY, label: t('empty') },
    { value: KEEP, label: t('keep') },
    ...own,
    ...choices.map((choice) => ({ value: VALUE + choice.value, label: choice.label })),
  ];
  const take = (chosen: string | null) => say(chosen === null ? null : chosen === EMPTY ? '' : chosen === KEEP ? value : chosen.slice(VALUE.length));
  return (
    <TableTr className={classes.value}>
      <TableTd className={classes.text}>{value}</TableTd>
      <TableTd className="figures">
        <span className={classes.label}>{t('cells')}: </span>
        {format.number(count)}
      </TableTd>
      <TableTd>
        <Select
          aria-label={t('becomesOf', { value })}
          placeholder={t('choose')}
          nothingFoundMessage={t('noChoice')}
          data={options}
          limit={DRAWN}
          value={said}
          searchable
          clearable
          allowDeselect={false}
          clearButtonProps={{ 'aria-label': t('takeBack', { value }) }}
          comboboxProps={{ withinPortal: false }}
          withScrollArea={false}
          classNames={{ options: classes.options }}
          onChange={take}
        />
        <Text component="div" size="sm" mt={4}>
          <Status {...textOf.look(row, answer)}>{textOf.say(row, answer)}</Status>
        </Text>
        {own.length > 0 && (
          <Text component="div" size="sm" mt={4}>
            <Status tone={defines ? 'busy' : 'care'} icon={defines ? 'created' : 'warning'}>
              {t(defines ? 'isDefined' : 'notListed')}
            </Status>
          </Text>
        )}
      </TableTd>
    </TableTr>
  );
}
