'use client';

import { Table, TableScrollContainer, TableTbody, TableTd, TableTh, TableThead, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ImportCounts, ImportListItem } from '@/components/import/import-shapes';
import { ImportStatus } from '@/components/import/import-status';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { TextLink } from '@/components/ui/text-link';

interface SumProps {
  importId: number;
  counts: ImportCounts;
}

/** The counts in a sentence; held and refused rows lead to themselves. */
function Sum({ importId, counts }: SumProps) {
  const t = useTranslations('imports');
  const stuck = counts.held + counts.refused;
  return (
    <>
      <Text>{t('sum', counts)}</Text>
      {stuck > 0 && <TextLink href={`/imports/${importId}/problems`}>{t('sumProblems', { count: stuck })}</TextLink>}
    </>
  );
}

/** Imports, newest first, each with its state and what came of its rows. */
export function ImportTable({ items }: { items: ImportListItem[] }) {
  const t = useTranslations('imports');
  const format = useFormatter();
  return (
    <TableScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('title') } }}>
      <Table verticalSpacing="md" horizontalSpacing="md">
        <TableThead>
          <TableTr>
            {(['file', 'state', 'environment', 'what', 'who', 'when'] as const).map((name) => (
              <TableTh key={name}>{t(name)}</TableTh>
            ))}
          </TableTr>
        </TableThead>
        <TableTbody>
          {items.map(({ id, fileName, state, environment, counts, createdByName, createdAt }) => (
            <TableTr key={id}>
              <TableTd maw="20rem" style={{ overflowWrap: 'anywhere' }}>
                <TextLink href={`/imports/${id}`} fw={600}>
                  {fileName}
                </TextLink>
              </TableTd>
              <TableTd>
                <ImportStatus state={state} />
              </TableTd>
              <TableTd>
                <EnvironmentBadge environment={environment} />
              </TableTd>
              <TableTd>{counts && <Sum importId={id} counts={counts} />}</TableTd>
              <TableTd>{createdByName}</TableTd>
              <TableTd style={{ whiteSpace: 'nowrap' }}>{format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
