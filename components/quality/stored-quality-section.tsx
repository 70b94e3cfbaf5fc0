'use client';

import { TableTd, TableTh, TableTr, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { type FieldLabels, fieldLabel } from '@/components/import/field-label';
import { ScrollTable } from '@/components/ui/scroll-table';
import type { StoredQuality } from './quality-shapes';
import { ShareBar } from './share-bar';

interface Props {
  quality: StoredQuality | null;
  labels: FieldLabels;
}

/** How well the contacts that an import wrote are filled, read from the contacts as they are now. */
export function StoredQualitySection({ quality, labels }: Props) {
  const t = useTranslations('quality');
  const format = useFormatter();
  if (!quality || quality.contacts === 0) return null;
  const { contacts, fields } = quality;
  return (
    <section>
      <Title order={3} fz="lg">
        {t('storedTitle')}
      </Title>
      <Text c="dimmed" mb="sm" maw="70ch">
        {t('storedLead', { contacts })}
      </Text>
      <ScrollTable label={t('storedTitle')} columns={[t('field'), t('barStored'), t('filled'), t('distinct')]} minWidth={440}>
        {fields.map(({ field, filled, distinct }) => (
          <TableTr key={field}>
            <TableTh scope="row" fw={500}>
              {fieldLabel(labels, field)}
            </TableTh>
            <TableTd>
              <ShareBar parts={[{ kind: 'good', share: filled / contacts }]} />
            </TableTd>
            <TableTd className="figures">{format.number(filled / contacts, { style: 'percent', maximumFractionDigits: 1 })}</TableTd>
            <TableTd className="figures">{distinct === null ? t('notCompared') : t('exactly', { count: distinct })}</TableTd>
          </TableTr>
        ))}
      </ScrollTable>
    </section>
  );
}
