'use client';

import { useFormatter, useTranslations } from 'next-intl';

const UNITS = ['bytes', 'kilobytes', 'megabytes', 'gigabytes'] as const;
const STEP = 1000;
const SECONDS_PER_MINUTE = 60;

/** File sizes and spans of time as people say them. */
export function useSizes() {
  const format = useFormatter();
  const t = useTranslations('ui');
  return {
    /** Bytes, in the largest unit that leaves at least one. */
    fileSize: (bytes: number) => {
      const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)));
      const size = format.number(bytes / STEP ** power, { maximumFractionDigits: power === 0 || bytes / STEP ** power >= 10 ? 0 : 1 });
      return t(`fileSize.${UNITS[power] ?? 'bytes'}`, { size });
    },
    /** Seconds; above a minute and a half in whole minutes. */
    duration: (seconds: number) =>
      seconds < 1.5 * SECONDS_PER_MINUTE
        ? t('duration.seconds', { count: Math.max(1, Math.round(seconds)) })
        : t('duration.minutes', { count: Math.round(seconds / SECONDS_PER_MINUTE) }),
  };
}
