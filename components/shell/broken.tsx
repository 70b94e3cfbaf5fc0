'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Notice } from './notice';

/** A bug reached the reader: says that nothing is lost and lets them try again. */
export function Broken({ retry }: { retry: () => void }) {
  const t = useTranslations('ui');
  return (
    <Notice kind="error">
      <Button onClick={retry}>{t('retry')}</Button>
    </Notice>
  );
}
