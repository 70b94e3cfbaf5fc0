'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { LEVEL_LOOK, Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import classes from './cause-list.module.css';
import { type FieldLabels, fieldLabel } from './field-label';
import type { Problem } from './problem-shapes';

type TitleKey = Parameters<ReturnType<typeof useTranslations<'problems.titles'>>>[0];

interface Props {
  problems: readonly Problem[];
  header: readonly string[];
  labels: FieldLabels;
  /** The cause whose rows are shown; null for all rows. */
  chosen: Problem | null;
  choose: (problem: Problem | null) => void;
}

/** The causes, gravest first, each with how often and one example; choosing one shows its rows. */
export function CauseList({ problems, header, labels, chosen, choose }: Props) {
  const t = useTranslations('problems');
  const titles = useTranslations('problems.titles');
  const format = useFormatter();
  const titleOf = ({ code }: Problem) => (titles.has(code as TitleKey) ? titles(code as TitleKey) : code);
  const place = ({ field, column }: Problem) => {
    if (field === null) return t('whole');
    const label = fieldLabel(labels, field);
    const text = column === null ? undefined : header[column];
    return text && text !== field && text !== label ? t('inColumn', { field: label, column: text }) : label;
  };
  const example = ({ exampleRow, exampleValue }: Problem) => {
    if (exampleRow === null) return null;
    return exampleValue ? t('example', { row: exampleRow, value: exampleValue }) : t('exampleRow', { row: exampleRow });
  };
  return (
    <ul className={classes.causes}>
      <li>
        <button type="button" className={classes.cause} aria-pressed={chosen === null} onClick={() => choose(null)}>
          {t('allRows')}
        </button>
      </li>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.field} ${problem.column}`}>
          <button type="button" className={classes.cause} aria-pressed={problem === chosen} onClick={() => choose(problem)}>
            <span className={classes.title}>
              <Status {...LEVEL_LOOK[problem.level]}>{titleOf(problem)}</Status>
              <span className={`${classes.count} figures`}>{format.number(problem.count)}</span>
            </span>
            <Text size="sm" c="dimmed">
              {place(problem)}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {example(problem)}
            </Text>
          </button>
          <TextLink
            className={classes.explain}
            size="sm"
            href={`/formats/problems#${problem.code}`}
            aria-label={t('explainTitle', { title: titleOf(problem) })}
          >
            {t('explain')}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
