'use client';

import { Code, TableTd, TableTr, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { KindStatus } from '@/components/contacts/kind-status';
import type { ContactKind, FieldType } from '@/lib/engine';
import { AllowedValues } from './allowed-values';
import classes from './formats.module.css';

/** A field of the format as people read about it. */
export interface DescribedField {
  code: string;
  label: string;
  type: FieldType;
  /** Characters at most. */
  length: number;
  /** Codes of the field in older files. */
  olderCodes: readonly string[];
  /** No layout of the format has it. */
  own: boolean;
  shortens: boolean;
  neverCleared: boolean;
  /** What only this field does; null where its type says it all. */
  rule: string | null;
  /** What an empty cell means for a new contact; null where the field stays empty. */
  whenEmpty: string | null;
  /** The only values there are; empty where the field takes any text of its type. */
  allowed: readonly string[];
  example: string;
  /** Kinds of contact that have it; none: it steers the row. */
  appliesTo: readonly ContactKind[];
}

/** One field: code, name, what it takes, and an example. */
export function FieldRow({ field }: { field: DescribedField }) {
  const t = useTranslations('formats');
  const { code, label, type, length, olderCodes, whenEmpty, allowed, example, appliesTo } = field;
  return (
    <TableTr id={code} className={classes.field}>
      <TableTd>
        <Text fw={600}>{label}</Text>
        <Code>{code}</Code>
        {olderCodes.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('olderCodes', { codes: olderCodes.join(', ') })}
          </Text>
        )}
      </TableTd>
      <TableTd>
        {t(`types.${type}`)}
        <Text size="sm" c="dimmed">
          {t('characters', { count: length })}
        </Text>
      </TableTd>
      <TableTd>
        <Rules field={field} />
        {whenEmpty && <Text size="sm">{t('whenEmpty', { value: whenEmpty })}</Text>}
        <AllowedValues values={allowed} />
      </TableTd>
      <TableTd>
        <Code className={classes.example}>{example}</Code>
      </TableTd>
      <TableTd>{appliesTo.length === 0 ? t('steers') : appliesTo.map((kind) => <KindStatus key={kind} kind={kind} />)}</TableTd>
    </TableTr>
  );
}

function Rules({ field: { type, rule, own, shortens, neverCleared } }: { field: DescribedField }) {
  const t = useTranslations('formats');
  const sentences = [
    rule,
    // A code says itself which ones there are.
    type !== 'code' && t(`typeRules.${type}`),
    type === 'text' && t(`tooLong.${shortens ? 'shortens' : 'refuses'}`),
    neverCleared && t('neverCleared'),
    own && t('own'),
  ];
  return sentences.filter(Boolean).join(' ');
}
