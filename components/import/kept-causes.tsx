'use client';

import { Stack, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LEVEL_LOOK, Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { Problem } from './problem-shapes';

type TitleKey = Parameters<ReturnType<typeof useTranslations<'problems.titles'>>>[0];

interface Props {
  importId: number;
  problems: readonly Problem[];
}

/** What an undo leaves as it is: by cause, each leading to its rows. */
export function KeptCauses({ importId, problems }: Props) {
  const t = useTranslations('undo');
  const titles = useTranslations('problems.titles');
  const codes = [...new Set(problems.map(({ code }) => code))];
  const titleOf = (code: string) => (titles.has(code as TitleKey) ? titles(code as TitleKey) : code);
  const cause = (code: string) => {
    const own = problems.filter((problem) => problem.code === code);
    return { level: own[0]?.level ?? 'info', count: own.reduce((sum, { count }) => sum + count, 0) };
  };
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {t('kept')}
      </Title>
      <Stack gap="xs">
        {codes.map((code) => {
          const { level, count } = cause(code);
          return (
            <div key={code}>
              <Status {...LEVEL_LOOK[level]}>{t('keptCause', { count, title: titleOf(code) })}</Status>{' '}
              <TextLink href={`/imports/${importId}/problems?issue=${code}`} aria-label={`${t('keptRows')}: ${titleOf(code)}`}>
                {t('keptRows')}
              </TextLink>
            </div>
          );
        })}
        {codes.length === 0 && (
          <Status tone="good" icon="done">
            {t('keptNone')}
          </Status>
        )}
      </Stack>
    </section>
  );
}
