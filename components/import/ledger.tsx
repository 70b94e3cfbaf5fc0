'use client';

import { Stack, Table, TableTbody, TableTd, TableTfoot, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useBucketNames } from '@/components/ui/bucket-names';
import { BucketStatus } from '@/components/ui/bucket-status';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { bucketsOf } from './buckets';
import type { ImportCounts, ImportKind } from './import-shapes';

interface Props {
  importId: number;
  kind: ImportKind;
  counts: ImportCounts;
  /** Whether the parts, read back from the database, add up to the rows of the file; null before they were. */
  balanced: boolean | null;
}

/** Every bucket that rows can end in, also the empty ones, and the sum with its tick. */
export function Ledger({ importId, kind, counts, balanced }: Props) {
  const t = useTranslations('result');
  const undo = useTranslations('undo');
  const nameOf = useBucketNames();
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
          {bucketsOf(kind, counts).map((bucket) => (
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
                    aria-label={t('seeRows', { count: counts[bucket], bucket: nameOf(bucket) })}
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
            <TableTh scope="row">{kind === 'file' ? t('total') : undo('total')}</TableTh>
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
