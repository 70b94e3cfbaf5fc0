'use client';

import { Button, Group, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';

/** Rows one scroll bar can span: browsers do not draw elements taller than some 17 million pixels. */
export const SECTION_ROWS = 200_000;

interface Props {
  total: number;
  section: number;
  choose: (section: number) => void;
}

/** Leads from one stretch of a very long list to the next; draws nothing where one is enough. */
export function GridSections({ total, section, choose }: Props) {
  const t = useTranslations('ui');
  const format = useFormatter();
  if (total <= SECTION_ROWS) return null;
  const first = section * SECTION_ROWS;
  const last = Math.min(total, first + SECTION_ROWS);
  return (
    <Group mt="sm">
      <Button variant="default" disabled={section === 0} onClick={() => choose(section - 1)}>
        {t('previousSection')}
      </Button>
      <Text>{t('section', { from: format.number(first + 1), to: format.number(last) })}</Text>
      <Button variant="default" disabled={last === total} onClick={() => choose(section + 1)}>
        {t('nextSection')}
      </Button>
    </Group>
  );
}
