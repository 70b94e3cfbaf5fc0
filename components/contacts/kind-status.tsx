'use client';

import { Group } from '@mantine/core';
import { IconBuilding, IconUser, IconUserShare } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ContactKind } from '@/lib/engine';

const ICONS = { individual: IconUser, structure: IconBuilding, relay: IconUserShare };

/** What kind of contact this is, as icon and word. */
export function KindStatus({ kind }: { kind: ContactKind }) {
  const t = useTranslations('ui.kinds');
  const Icon = ICONS[kind];
  return (
    <Group component="span" gap={6} wrap="nowrap">
      <Icon size={17} stroke={1.7} aria-hidden />
      <span>{t(kind)}</span>
    </Group>
  );
}
