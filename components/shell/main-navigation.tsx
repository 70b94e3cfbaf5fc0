'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import classes from './shell.module.css';

const PLACES = [
  { name: 'home', href: '/' },
  { name: 'imports', href: '/imports' },
  { name: 'contacts', href: '/contacts' },
  { name: 'criteria', href: '/criteria' },
  { name: 'formats', href: '/formats' },
  { name: 'settings', href: '/settings' },
] as const;

const leadsTo = (href: string, path: string) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`));

/** The places of the product, the present one marked. The settings are offered to those who look after them. */
export function MainNavigation({ settings }: { settings: boolean }) {
  const t = useTranslations('shell');
  const path = usePathname();
  return (
    <nav aria-label={t('navigation')}>
      <ul className={classes.navigation}>
        {PLACES.filter(({ name }) => name !== 'settings' || settings).map(({ name, href }) => (
          <li key={name}>
            <Link className={classes.link} href={href} aria-current={leadsTo(href, path) ? 'page' : undefined}>
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
