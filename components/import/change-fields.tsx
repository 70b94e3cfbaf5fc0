'use client';

import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { isPhone, isTyped, typedKey } from '@/lib/engine';
import classes from './change-fields.module.css';
import { type FieldLabels, fieldLabel } from './field-label';
import type { ListedChange } from './plan-shapes';

interface Props {
  change: Pick<ListedChange, 'kind' | 'before' | 'after'>;
  labels: FieldLabels;
}

/** What a contact has besides the fields of the format, and removals change. */
const isState = (code: string): code is 'STATUS' | 'INACTIVE_REASON' => code === 'STATUS' || code === 'INACTIVE_REASON';
const isStatus = (stored: string | null | undefined): stored is 'active' | 'inactive' => stored === 'active' || stored === 'inactive';

/** Old → new of each field that changes; of a new contact only what it gets, of one that is removed what it had. */
export function ChangeFields({ change: { kind, before, after }, labels }: Props) {
  const t = useTranslations();
  return (
    <dl className={classes.fields}>
      {Object.entries(kind === 'remove' ? before : after).map(([code, value]) => {
        if (isTyped(code)) return null;
        const field = isState(code) ? t(`removals.fields.${code}`) : fieldLabel(labels, code);
        const text = (stored: string | null | undefined) =>
          code === 'STATUS' && isStatus(stored) ? t(`ui.statuses.${stored}`) : (stored ?? t('ui.emptyValue'));
        const typed = isPhone(code) && (kind === 'remove' ? before : after)[typedKey(code)];
        return (
          <div key={code} className={classes.field}>
            <dt>{field}</dt>
            <dd>
              {kind === 'update' ? (
                <>
                  <VisuallyHidden>{t('plan.oldNew', { field, before: text(before[code]), after: text(value) })}</VisuallyHidden>
                  <span aria-hidden>
                    <span className={classes.old}>{text(before[code])}</span> → <span className={classes.new}>{text(value)}</span>
                  </span>
                </>
              ) : (
                <span className={kind === 'remove' ? classes.old : undefined}>{text(value)}</span>
              )}
              {typed && (
                <Text component="span" display="block" size="sm" c="dimmed">
                  {t('contacts.typed', { text: typed })}
                </Text>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
