'use client';

import { Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FieldType } from '@/lib/engine';
import type { FieldOrigin } from './contact-shapes';
import classes from './field-group-card.module.css';
import { FieldValue } from './field-value';
import { Origin } from './origin';

/** A field of a contact, ready to be shown. */
export interface FieldOfGroup {
  code: string;
  label: string;
  type: FieldType;
  /** One, except for fields that hold several. */
  values: readonly string[];
  /** Of a telephone: the number as the format documents it; null where it is none. */
  documented?: string | null;
  /** Of a telephone: the text as typed, where it is another one. */
  typed?: string;
  /** Of the first e-mail: whether the contact signs in with it. */
  login?: boolean;
  /** Written by nobody: it follows from the title. */
  derived?: boolean;
  /** null where it came with no import. */
  origin?: FieldOrigin | null;
}

interface Props {
  title: string;
  fields: readonly FieldOfGroup[];
  /** Names of the fields that are empty. */
  empty?: readonly string[];
  /** Whether each value is followed by where it came from. */
  withOrigins: boolean;
}

/** The fields of one group, name and value; those without a value are only named. */
export function FieldGroupCard({ title, fields, empty = [], withOrigins }: Props) {
  const t = useTranslations('contacts');
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {fields.length > 0 && (
        <dl className={classes.fields}>
          {fields.map((field) => (
            <div key={field.code} className={classes.field}>
              <dt>{field.label}</dt>
              <dd>
                <FieldValue field={field} />
                {withOrigins && !field.derived && <Origin origin={field.origin ?? null} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {empty.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('emptyFields', { fields: empty.join(' · ') })}
        </Text>
      )}
    </section>
  );
}
