'use client';

import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { EditPreview, EditsPreview } from '@/lib/engine';
import classes from './map-step.module.css';

interface Props {
  /** The edit as a sentence. */
  text: string;
  preview: EditPreview | undefined;
  /** The rows on which it was tried. */
  rows: Pick<EditsPreview, 'rows' | 'complete'> | null;
  /** null where it cannot be moved that way. */
  up: (() => void) | null;
  down: (() => void) | null;
  remove: () => void;
}

/** Examples shown of one edit. */
const EXAMPLES = 3;

/** One edit: what it does, in how many rows, with examples before and after. */
export function EditItem({ text, preview, rows, up, down, remove }: Props) {
  const t = useTranslations('edits');
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
        <Text size="sm" className={classes.header}>
          {text}
        </Text>
        <Group gap={4} wrap="nowrap">
          {up && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('up', { edit: text })} onClick={up}>
              <IconArrowUp aria-hidden size={16} />
            </ActionIcon>
          )}
          {down && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('down', { edit: text })} onClick={down}>
              <IconArrowDown aria-hidden size={16} />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" color="gray" aria-label={t('remove', { edit: text })} onClick={remove}>
            <IconX aria-hidden size={16} />
          </ActionIcon>
        </Group>
      </Group>
      {preview && rows && (
        <Text size="sm" c="dimmed">
          {preview.changed === 0 ? t('nothing') : t('counted', { complete: String(rows.complete), changed: preview.changed, rows: rows.rows })}
          {preview.told > 0 && ` · ${t('told', { count: preview.told })}`}
        </Text>
      )}
      {preview?.examples.slice(0, EXAMPLES).map(({ row, before, after }) => (
        <Text key={row} size="sm" c="dimmed" className={classes.example}>
          {t('example', { before: shown(before) || t('empty'), after: shown(after) || t('empty') })}
        </Text>
      ))}
    </li>
  );
}

const shown = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join(' | ');
