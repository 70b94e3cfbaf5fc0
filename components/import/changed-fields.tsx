'use client';

import { Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './changed-fields.module.css';
import { type FieldLabels, fieldLabel } from './field-label';

interface Props {
  title: string;
  lead: string;
  fields: readonly { field: string; count: number }[];
  labels: FieldLabels;
}

/** Which fields of existing contacts change, and in how many. */
export function ChangedFields({ title, lead, fields, labels }: Props) {
  const t = useTranslations('plan');
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {title}
      </Title>
      <Text c="dimmed" mb="xs">
        {lead}
      </Text>
      <dl className={classes.fields}>
        {fields.map(({ field, count }) => (
          <div key={field} className={classes.field}>
            <dt>{fieldLabel(labels, field)}</dt>
            <dd className="figures">{t('times', { count })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
