'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';

/** On the step Read: the file differs from the last one of its recipe. Says so and leads to what differs. */
export function HeldNote({ importId, name }: { importId: number; name: string }) {
  const t = useTranslations('recipes.held');
  return (
    <Callout tone="care" icon="held">
      {t('note', { name })} <TextLink href={`/imports/${importId}/drift`}>{t('link')}</TextLink>
    </Callout>
  );
}
