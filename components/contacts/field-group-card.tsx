'use client';

import { Anchor, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import type { FieldType } from '@/lib/engine';
import classes from './field-group-card.module.css';

/** A field of a contact, ready to be shown. */
export interface FieldOfGroup {
  code: string;
  label: string;
  type: FieldType;
  value: string;
}

/** The fields of one group, name and value. */
export function FieldGroupCard({ title, fields }: { title: string; fields: readonly FieldOfGroup[] }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <dl className={classes.fields}>
        {fields.map(({ code, label, type, value }) => (
          <div key={code} className={classes.field}>
            <dt>{label}</dt>
            <dd>
              <FieldValue type={type} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function FieldValue({ type, value }: Pick<FieldOfGroup, 'type' | 'value'>) {
  const t = useTranslations('contacts');
  const format = useFormatter();
  if (type === 'flag') {
    return value === 'TRUE' ? (
      <Status tone="good" icon="done">
        {t('yes')}
      </Status>
    ) : (
      <Status tone="quiet" icon="refused">
        {t('no')}
      </Status>
    );
  }
  if (type === 'email') return <Anchor href={`mailto:${value}`}>{value}</Anchor>;
  if (type === 'phone') return <Anchor href={`tel:${value}`}>{value}</Anchor>;
  if (type === 'date') return format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
  return value;
}
