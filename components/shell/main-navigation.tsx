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
  { name: 'approvals', href: '/approvals' },
  { name: 'settings', href: '/settings' },
] as const;

const leadsTo = (href: string, path: string) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`));

/** The places that are not everybody's. */
export interface OwnPlaces {
  /** For those who look after them. */
  settings: boolean;
  /** The queue of staff. */
  approvals: boolean;
}

/** The places of the product, the present one marked. */
export function MainNavigation(own: OwnPlaces) {
  const t = useTranslations('shell');
  const path = usePathname();
  return (
    <nav aria-label={t('navigation')}>
      <ul className={classes.navigation}>
        {PLACES.filter(({ name }) => (name !== 'settings' && name !== 'approvals') || own[name]).map(({ name, href }) => (
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
