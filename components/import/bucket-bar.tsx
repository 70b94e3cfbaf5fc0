'use client';

import { Group, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useBucketNames } from '@/components/ui/bucket-names';
import { BucketStatus } from '@/components/ui/bucket-status';
import { TextLink } from '@/components/ui/text-link';
import classes from './bucket-bar.module.css';
import { BUCKETS } from './buckets';
import type { ImportCounts } from './import-shapes';

interface Props {
  importId: number;
  counts: ImportCounts;
}

/** The buckets as a bar, and as a sum in words that adds up; each number leads to its rows. */
export function BucketBar({ importId, counts }: Props) {
  const t = useTranslations();
  const nameOf = useBucketNames();
  const format = useFormatter();
  const filled = BUCKETS.filter((bucket) => counts[bucket] > 0);
  const parts = filled.map((bucket) => format.number(counts[bucket])).join(' + ');
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={t('plan.barLabel')}>
        {filled.map((bucket) => (
          <span key={bucket} className={classes.part} data-bucket={bucket} style={{ flexGrow: counts[bucket] }} />
        ))}
      </div>
      <Group component="ul" className="figures" gap="xl" p={0} m={0} my="md" style={{ listStyle: 'none' }}>
        {filled.map((bucket) => (
          <Group component="li" key={bucket} gap={6}>
            <BucketStatus bucket={bucket} />
            <TextLink
              href={`/imports/${importId}/problems?bucket=${bucket}`}
              fw={600}
              aria-label={t('result.seeRows', { count: counts[bucket], bucket: nameOf(bucket) })}
            >
              {format.number(counts[bucket])}
            </TextLink>
          </Group>
        ))}
      </Group>
      <Text c="dimmed">{t('plan.sum', { parts: parts || '0', rows: counts.rows })}</Text>
    </div>
  );
}
