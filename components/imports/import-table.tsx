'use client';

import { Stack, Table, TableScrollContainer, TableTbody, TableTd, TableTh, TableThead, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ImportCounts, ImportKind, ImportListItem } from '@/components/import/import-shapes';
import { ImportStatus } from '@/components/import/import-status';
import { UndoLinks } from '@/components/import/undo-links';
import { useImportName } from '@/components/import/use-import-name';
import { RemovalMark } from '@/components/removals/removal-mark';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { TextLink } from '@/components/ui/text-link';

interface SumProps {
  importId: number;
  kind: ImportKind;
  counts: ImportCounts;
}

/** The counts in a sentence; held and refused rows lead to themselves. */
function Sum({ importId, kind, counts }: SumProps) {
  const t = useTranslations('imports');
  const undo = useTranslations('undo');
  const stuck = counts.held + counts.refused;
  const sums = { file: () => t('sum', counts), undo: () => undo('sum', counts), redo: () => undo('sumRedo', counts) };
  return (
    <>
      <Text>{sums[kind]()}</Text>
      {stuck > 0 && (
        <div>
          <TextLink href={`/imports/${importId}/problems`}>
            {kind === 'file' ? t('sumProblems', { count: stuck }) : undo('sumKept', { count: stuck })}
          </TextLink>
        </div>
      )}
    </>
  );
}

/** How an import is tied to others, and the way to its undo. */
function Undo({ item: { id, kind, undoes, undoneBy, undoableUntil } }: { item: ImportListItem }) {
  const t = useTranslations('undo');
  const format = useFormatter();
  return (
    <>
      <UndoLinks undoes={undoes} undoneBy={undoneBy} />
      {undoableUntil && undoneBy === null && (
        <div>
          <TextLink href={`/imports/${id}/result#undo`}>
            {t(kind === 'undo' ? 'linkUntilRedo' : 'linkUntil', { date: format.dateTime(new Date(undoableUntil), { dateStyle: 'medium' }) })}
          </TextLink>
        </div>
      )}
    </>
  );
}

/** Imports, newest first, each with its state and what came of its rows. */
export function ImportTable({ items }: { items: ImportListItem[] }) {
  const t = useTranslations('imports');
  const nameOf = useImportName();
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
          {items.map((item) => {
            const { id, kind, purpose, approval, fileName, state, held, environment, counts, createdByName, createdAt } = item;
            return (
              <TableTr key={id}>
                <TableTd maw="20rem" style={{ overflowWrap: 'anywhere' }}>
                  <TextLink href={`/imports/${id}`} fw={600}>
                    {nameOf({ kind, fileName })}
                  </TextLink>
                  {purpose === 'removal' && (
                    <div>
                      <RemovalMark />
                    </div>
                  )}
                </TableTd>
                <TableTd>
                  <ImportStatus {...{ state, purpose, approval, held }} />
                </TableTd>
                <TableTd>
                  <EnvironmentBadge environment={environment} />
                </TableTd>
                <TableTd>
                  <Stack gap={8}>
                    {counts && <Sum importId={id} kind={kind} counts={counts} />}
                    <Undo item={item} />
                  </Stack>
                </TableTd>
                <TableTd>{createdByName}</TableTd>
                <TableTd style={{ whiteSpace: 'nowrap' }}>
                  {format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
                </TableTd>
              </TableTr>
            );
          })}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
