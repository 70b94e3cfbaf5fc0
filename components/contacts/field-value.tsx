'use client';

import { Anchor, List, ListItem, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import type { FieldType } from '@/lib/engine';
import type { FieldOfGroup } from './field-group-card';

/** What a contact has in a field: in words and links where it can be, several values as a list, and what is to be said about it. */
export function FieldValue({ field: { type, values, documented, typed, login, derived } }: { field: FieldOfGroup }) {
  const t = useTranslations('contacts');
  const [value] = values;
  if (value === undefined || values.length > 1) {
    return (
      <List listStyleType="none">
        {values.map((one) => (
          <ListItem key={one}>{one}</ListItem>
        ))}
      </List>
    );
  }
  return (
    <>
      {documented ? <Anchor href={`tel:${value}`}>{documented}</Anchor> : <OneValue type={type} value={value} />}
      {typed && <Note>{t('typed', { text: typed })}</Note>}
      {derived && <Note>{t('derived')}</Note>}
      {login !== undefined && <Note>{t(login ? 'signsIn' : 'doesNotSignIn')}</Note>}
    </>
  );
}

const Note = ({ children }: { children: string }) => (
  <Text component="span" display="block" size="sm" c="dimmed">
    {children}
  </Text>
);

function OneValue({ type, value }: { type: FieldType; value: string }) {
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
  if (type === 'date') return format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
  return value;
}
