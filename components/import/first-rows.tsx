'use client';

import { Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { TextStart } from '@/lib/engine';
import { PreviewTable } from './preview-table';
import { ReadingFound } from './reading-found';
import { ReadingProof } from './reading-proof';

/** The first rows of a file while it is still being sent: the browser reads them itself, as the server will read the whole. */
export function FirstRows({ file }: { file: File }) {
  const t = useTranslations('firstRows');
  const [start, setStart] = useState<TextStart | null | undefined>();
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      // The readers are heavy and nobody waits for them: they come when the upload is under way.
      const { readFirstRows } = await import('./read-first-rows');
      return readFirstRows(file);
    };
    read()
      // A file that cannot be read here, as when it was moved meanwhile, is refused by the upload itself.
      .catch(() => null)
      .then((found) => !isGone && setStart(found));
    return () => {
      isGone = true;
    };
  }, [file]);
  if (start === undefined) return null;
  if (start === null) return <Text c="dimmed">{t('later')}</Text>;
  return (
    <Stack component="section" gap="md" aria-labelledby="first-rows">
      <Title order={3} id="first-rows" fz="md">
        {t('title')}
      </Title>
      <ReadingFound reading={start.reading} />
      <ReadingProof {...start} />
      <PreviewTable label={t('preview', { name: file.name })} {...start} />
      <Text c="dimmed">{t('note')}</Text>
    </Stack>
  );
}
