'use client';

import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Reading } from '@/lib/engine';
import { useDelimiterName } from './use-delimiter-name';

/** What was found in a text file, in one line of words. */
export function ReadingFound({ reading: { encoding, delimiter, headerRow, header } }: { reading: Reading }) {
  const t = useTranslations('firstRows');
  const read = useTranslations('read');
  const delimiterName = useDelimiterName();
  const found: [name: string, value: string][] = [];
  if (delimiter !== null) found.push([read('delimiter'), delimiterName(delimiter)]);
  if (encoding !== null) found.push([read('encoding'), encoding.toUpperCase()]);
  found.push([read('headerRow'), headerRow === null ? t('noHeader') : String(headerRow)], [t('columns'), String(header.length)]);
  return (
    <Group component="dl" gap="xl" m={0}>
      {found.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" c="dimmed" fz="sm">
            {name}
          </Text>
          <Text component="dd" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}
