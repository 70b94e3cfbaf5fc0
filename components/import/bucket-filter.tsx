'use client';

import { NativeSelect } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useBucketNames } from '@/components/ui/bucket-names';
import type { Bucket } from '@/lib/engine';
import { BUCKETS, isBucket } from './buckets';
import type { ImportCounts } from './import-shapes';

interface Props {
  counts: ImportCounts;
  bucket: Bucket | undefined;
  choose: (bucket: Bucket | undefined) => void;
}

/** Rows of one bucket only. Buckets without rows are not offered. */
export function BucketFilter({ counts, bucket, choose }: Props) {
  const t = useTranslations();
  const nameOf = useBucketNames();
  const format = useFormatter();
  return (
    <NativeSelect
      label={t('problems.outcome')}
      value={bucket ?? ''}
      data={[
        { value: '', label: t('ui.all') },
        ...BUCKETS.filter((name) => counts[name] > 0 || name === bucket).map((name) => ({
          value: name,
          label: `${nameOf(name)} (${format.number(counts[name])})`,
        })),
      ]}
      onChange={(event) => choose(isBucket(event.currentTarget.value) ? event.currentTarget.value : undefined)}
    />
  );
}
