'use client';

import { Stack, Table, TableTbody, TableTd, TableTfoot, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { BucketStatus } from '@/components/ui/bucket-status';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { BUCKETS } from './buckets';
import type { ImportCounts } from './import-shapes';

interface Props {
  importId: number;
  counts: ImportCounts;
  /** Whether the parts, read back from the database, add up to the rows of the file; null before they were. */
  balanced: boolean | null;
}

/** Every bucket, also the empty ones, and the sum with its tick. */
export function Ledger({ importId, counts, balanced }: Props) {
  const t = useTranslations('result');
  const buckets = useTranslations('ui.buckets');
  const format = useFormatter();
  return (
    <Stack component="section" gap="xs">
      <Title order={3} fz="lg">
        {t('ledger')}
      </Title>
      <Text c="dimmed">{t('ledgerLead')}</Text>
      <Table className="figures" verticalSpacing="sm" maw="32rem">
        <TableThead>
          <TableTr>
            <TableTh>{t('bucket')}</TableTh>
            <TableTh ta="right">{t('rows')}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {BUCKETS.map((bucket) => (
            <TableTr key={bucket}>
              <TableTd>
                <BucketStatus bucket={bucket} />
              </TableTd>
              <TableTd ta="right">
                {counts[bucket] === 0 ? (
                  format.number(0)
                ) : (
                  <TextLink
                    href={`/imports/${importId}/problems?bucket=${bucket}`}
                    aria-label={t('seeRows', { count: counts[bucket], bucket: buckets(bucket) })}
                  >
                    {format.number(counts[bucket])}
                  </TextLink>
                )}
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
        <TableTfoot>
          <TableTr>
            <TableTh scope="row">{t('total')}</TableTh>
            <TableTd ta="right" fw={700}>
              {format.number(counts.rows)}
            </TableTd>
          </TableTr>
        </TableTfoot>
      </Table>
      {balanced === true && (
        <Status tone="good" icon="done">
          {t('balanced')}
        </Status>
      )}
      {balanced === false && (
        <Status tone="bad" icon="warning">
          {t('notBalanced')}
        </Status>
      )}
    </Stack>
  );
}
