'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ContactDetail } from './contact-shapes';

/** In words, why a contact is inactive and what was taken from it on purpose, so that nobody fills the gaps. */
export function RemovalNote({ contact: { inactiveReason, erasure } }: { contact: Pick<ContactDetail, 'inactiveReason' | 'erasure'> }) {
  const t = useTranslations('contacts');
  const known = `inactiveReasons.${inactiveReason as 'ACCOUNT_DELETED'}` as const;
  const reason = inactiveReason && (t.has(known) ? t(known) : inactiveReason);
  return (
    <>
      {reason && <Text>{t('inactiveBecause', { reason })}</Text>}
      {erasure && <Text>{t(`erased.${erasure as 'DELETE'}`)}</Text>}
    </>
  );
}
