import { useTranslations } from 'next-intl';

type ActionKey = Parameters<ReturnType<typeof useTranslations<'audit.actions'>>>[0];

/** What happened, in words; a code without a text is shown as it is. */
export function useActionText(): (action: string) => string {
  const t = useTranslations('audit.actions');
  return (action) => {
    const key = action.replaceAll('.', '-') as ActionKey;
    return t.has(key) ? t(key) : action;
  };
}
