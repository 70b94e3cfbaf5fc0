'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { accentProof, type Proof, zeroProof } from './proof';
import type { Preview } from './read-step';

/** Values that would look wrong if the file were read wrongly, where it has any. */
export function ReadingProof({ reading, rows }: Preview) {
  const t = useTranslations('read');
  const cells = rows.map((row) => row.cells);
  // Letters that look encoded twice prove nothing.
  const accents = reading.issues.some(({ code }) => code === 'encoded-twice') ? null : accentProof(cells);
  const zeros = zeroProof(cells);
  const column = (proof: Proof) => reading.header[proof.column] || t('unnamed', { number: proof.column + 1 });
  if (!accents && !zeros) return null;
  return (
    <Stack gap={4} aria-label={t('proofTitle')} role="group">
      {accents && (
        <Status tone="good" icon="done">
          {t('proofAccents', { value: accents.value, column: column(accents) })}
        </Status>
      )}
      {zeros && (
        <Status tone="good" icon="done">
          {t('proofZeros', { value: zeros.value, column: column(zeros) })}
        </Status>
      )}
    </Stack>
  );
}
