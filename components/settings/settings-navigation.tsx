'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import classes from './settings.module.css';

const PAGES = ['lists', 'salutations', 'numbers', 'rules', 'recipes', 'removals', 'audit'] as const;

/** The pages of the settings, the present one marked. */
export function SettingsNavigation() {
  const t = useTranslations('settings');
  const path = usePathname();
  return (
    <nav aria-label={t('navigation')}>
      <ul className={classes.navigation}>
        {PAGES.map((page) => (
          <li key={page}>
            <TextLink
              href={`/settings/${page}`}
              aria-current={path === `/settings/${page}` || path.startsWith(`/settings/${page}/`) ? 'page' : undefined}
            >
              {t(`pages.${page}`)}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
