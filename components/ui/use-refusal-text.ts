'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Refusal } from './answer';

type ErrorKey = Parameters<ReturnType<typeof useTranslations<'errors'>>>[0];

/** The sentence of a refusal in the reader's language; a code without a text gives the general one. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('errors');
  return useCallback(
    ({ code, params }) => {
      const key = code as ErrorKey;
      return t.has(key) ? t(key, params) : t('unexpected');
    },
    [t],
  );
}
