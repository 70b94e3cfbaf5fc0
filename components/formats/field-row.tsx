'use client';

import { Code, TableTd, TableTr, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { KindStatus } from '@/components/contacts/kind-status';
import type { ContactKind, FieldType } from '@/lib/engine';
import classes from './formats.module.css';

/** A field of the format as people read about it. */
export interface DescribedField {
  code: string;
  label: string;
  type: FieldType;
  /** Characters at most. */
  length: number;
  /** No layout of the format has it. */
  own: boolean;
  shortens: boolean;
  neverCleared: boolean;
  example: string;
  /** Kinds of contact that have it; none: it steers the row. */
  appliesTo: readonly ContactKind[];
}

/** One field: code, name, what it takes, and an example. */
export function FieldRow({ field }: { field: DescribedField }) {
  const t = useTranslations('formats');
  const { code, label, type, length, own, shortens, neverCleared, example, appliesTo } = field;
  const rules = [
    t(`typeRules.${type}`),
    type === 'text' && t(`tooLong.${shortens ? 'shortens' : 'refuses'}`),
    neverCleared && t('neverCleared'),
    own && t('own'),
  ];
  return (
    <TableTr id={code} className={classes.field}>
      <TableTd>
        <Text fw={600}>{label}</Text>
        <Code>{code}</Code>
      </TableTd>
      <TableTd>
        {t(`types.${type}`)}
        <Text size="sm" c="dimmed">
          {t('characters', { count: length })}
        </Text>
      </TableTd>
      <TableTd>{rules.filter(Boolean).join(' ')}</TableTd>
      <TableTd>
        <Code className={classes.example}>{example}</Code>
      </TableTd>
      <TableTd>{appliesTo.length === 0 ? t('steers') : appliesTo.map((kind) => <KindStatus key={kind} kind={kind} />)}</TableTd>
    </TableTr>
  );
}
