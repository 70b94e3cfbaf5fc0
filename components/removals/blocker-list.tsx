'use client';

import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { RemovalFigures } from './removal-shapes';

type TitleKey = Parameters<ReturnType<typeof useTranslations<'problems.titles'>>>[0];

/** What holds rows back, one by one, each leading to its rows. */
export function BlockerList({ importId, blockers }: { importId: number; blockers: RemovalFigures['blockers'] }) {
  const t = useTranslations('removals.plan');
  const titles = useTranslations('problems.titles');
  if (blockers.length === 0)
    return (
      <Status tone="good" icon="done">
        {t('noBlockers')}
      </Status>
    );
  const titleOf = (code: string) => (titles.has(code as TitleKey) ? titles(code as TitleKey) : code);
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
      {blockers.map(({ code, count }) => (
        <li key={code} style={{ paddingBlock: 4 }}>
          <TextLink href={`/imports/${importId}/problems?issue=${code}`}>{t('blocker', { count, title: titleOf(code) })}</TextLink>
        </li>
      ))}
    </ul>
  );
}
