'use client';

import { Button, TableTd, TableTr } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { ScrollTable } from '@/components/ui/scroll-table';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import type { RecipeVersionItem } from './recipe-shapes';

interface Props {
  versions: readonly RecipeVersionItem[];
  current: number;
  /** Null for those who may only look. */
  restore: ((version: number) => Promise<Answer<void>>) | null;
}

const COLUMNS = ['version', 'made', 'how', 'contents', 'actions'] as const;

/** Who changed a recipe when, newest first; each version before can be taken up again. */
export function RecipeHistory({ versions, current, restore }: Props) {
  const t = useTranslations('recipes');
  const format = useFormatter();
  const { pending, refusal, run } = useAnswer();
  return (
    <>
      <RefusalAlert refusal={refusal} />
      <ScrollTable label={t('page.history')} columns={COLUMNS.map((column) => t(`page.${column}`))} minWidth={720}>
        {versions.map(({ version, origin, restoredFrom, madeAt, madeByName, columns, imported, edits }) => {
          const date = format.dateTime(new Date(madeAt), { dateStyle: 'medium', timeStyle: 'short' });
          return (
            <TableTr key={version}>
              <TableTd>{format.number(version)}</TableTd>
              <TableTd>{madeByName ? t('list.by', { date, name: madeByName }) : date}</TableTd>
              <TableTd>{t(`origins.${origin}`, { from: restoredFrom ?? 0 })}</TableTd>
              <TableTd>{t('page.counts', { columns, imported, edits })}</TableTd>
              <TableTd>
                {version === current ? (
                  <Status tone="good" icon="done">
                    {t('page.current')}
                  </Status>
                ) : (
                  restore && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      disabled={pending}
                      aria-label={t('page.restoreOf', { version })}
                      onClick={() => run(() => restore(version))}
                    >
                      {t('page.restore')}
                    </Button>
                  )
                )}
              </TableTd>
            </TableTr>
          );
        })}
      </ScrollTable>
    </>
  );
}
