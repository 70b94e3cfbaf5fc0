import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** The usual separators and the keys of their names. */
export const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

/** What a separator is called; an unusual one shows itself. */
export function useDelimiterName(): (character: string) => string {
  const t = useTranslations('read');
  return useCallback((character) => t(`delimiters.${DELIMITERS[character as keyof typeof DELIMITERS] ?? 'other'}`, { character }), [t]);
}
