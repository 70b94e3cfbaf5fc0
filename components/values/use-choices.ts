'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { FieldCode } from '@/lib/engine';
import { isConsentField } from './consent-field';
import type { ValueChoice } from './value-shapes';

/** Names the values of fields in the reader's language, with the code that is stored. */
export function useValueName() {
  const t = useTranslations('values');
  const locale = useLocale();
  const names = useMemo(() => {
    const of = (type: 'region' | 'language') => new Intl.DisplayNames(locale, { type, fallback: 'none' });
    return { COUNTRY: of('region'), PREF_LANG: of('language') } as { [Field in FieldCode]?: Intl.DisplayNames };
  }, [locale]);
  return useCallback(
    (field: FieldCode, code: string, labels: ValueChoice['labels'] = {}): string => {
      if (isConsentField(field)) return code === 'TRUE' ? t('yes') : code === 'FALSE' ? t('no') : code;
      const name = labels[locale] ?? nameIn(names[field], code);
      return name && name !== code ? `${name} · ${code}` : code;
    },
    [t, locale, names],
  );
}

/** A code of a list may be none of the standard's. */
function nameIn(names: Intl.DisplayNames | undefined, code: string): string | undefined {
  try {
    return names?.of(code);
  } catch {
    return undefined;
  }
}
