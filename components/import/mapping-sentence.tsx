'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import type { ColumnProfile, Mapping } from '@/lib/engine';
import type { FieldOption } from './field-option';
import { identityOf, severalFor } from './mapping-groups';

interface Props {
  mapping: Mapping;
  profile: readonly ColumnProfile[];
  fields: readonly FieldOption[];
}

/** What the mapping does, in sentences, and what stands in its way. */
export function MappingSentence({ mapping, profile, fields }: Props) {
  const t = useTranslations('map');
  const read = useTranslations('read');
  const format = useFormatter();
  const mapped = Object.values(mapping).filter(Boolean).length;
  const nameOf = (index: number) => profile.find((column) => column.index === index)?.header || read('unnamed', { number: index + 1 });
  return (
    <div role="status">
      <Text>
        {t('sentence', { mapped, ignored: profile.length - mapped })} {mapped > 0 && t(`identity.${identityOf(mapping)}`)}
      </Text>
      {severalFor(mapping).map(({ field, columns }) => {
        const option = fields.find(({ code }) => code === field);
        const told = { field: option?.label ?? field, count: columns.length, columns: format.list(columns.map(nameOf)) };
        return option?.severalColumns ? (
          <Status key={field} tone="quiet" icon="note">
            {t('several', told)}
          </Status>
        ) : (
          <Status key={field} tone="bad" icon="warning">
            {t('twice', told)}
          </Status>
        );
      })}
    </div>
  );
}
