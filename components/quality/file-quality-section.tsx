'use client';

import { TableTd, TableTh, TableTr, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { type FieldLabels, fieldLabel } from '@/components/import/field-label';
import { ScrollTable } from '@/components/ui/scroll-table';
import type { FieldQuality, FileQuality } from '@/lib/engine';
import classes from './quality.module.css';
import { ShareBar } from './share-bar';

interface Props {
  quality: FileQuality | null;
  labels: FieldLabels;
}

const KEYS = ['good', 'repaired', 'lost', 'empty'] as const;

/** How good the values of the file were, and what they are once they are put right: field by field, as bars and as figures. */
export function FileQualitySection({ quality, labels }: Props) {
  const t = useTranslations('quality');
  if (!quality || quality.rows === 0 || quality.fields.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="lg">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="sm" maw="70ch">
        {t('lead', { rows: quality.rows })}
      </Text>
      <ul className={classes.legend}>
        {KEYS.map((kind) => (
          <li key={kind}>
            <span className={classes.key} data-kind={kind} aria-hidden />
            <Text size="sm" span>
              {t(`legend.${kind}`)}
            </Text>
          </li>
        ))}
      </ul>
      <ScrollTable label={t('title')} columns={[t('field'), t('bar'), t('filled'), t('before'), t('after'), t('distinct')]} minWidth={640}>
        {quality.fields.map((field) => (
          <FieldRow key={field.field} quality={field} rows={quality.rows} label={fieldLabel(labels, field.field)} />
        ))}
      </ScrollTable>
    </section>
  );
}

function FieldRow({ quality: { filled, asWritten, usable, distinct }, rows, label }: { quality: FieldQuality; rows: number; label: string }) {
  const t = useTranslations('quality');
  const format = useFormatter();
  const rate = (part: number, whole: number) => (whole > 0 ? format.number(part / whole, { style: 'percent', maximumFractionDigits: 1 }) : '–');
  const repaired = usable - asWritten;
  return (
    <TableTr>
      <TableTh scope="row" fw={500}>
        {label}
      </TableTh>
      <TableTd>
        <ShareBar
          parts={[
            { kind: 'good', share: asWritten / rows },
            { kind: 'repaired', share: repaired / rows },
            { kind: 'lost', share: (filled - usable) / rows },
          ]}
        />
      </TableTd>
      <TableTd className="figures">{rate(filled, rows)}</TableTd>
      <TableTd className="figures">{rate(asWritten, filled)}</TableTd>
      <TableTd className="figures">{rate(usable, filled)}</TableTd>
      <TableTd className="figures">{t(distinct > EXACT ? 'about' : 'exactly', { count: distinct })}</TableTd>
    </TableTr>
  );
}

/** Different values up to which an estimate is as good as a count. */
const EXACT = 50;
