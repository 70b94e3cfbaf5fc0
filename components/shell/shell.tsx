'use client';

import { Anchor, Group } from '@mantine/core';
import Image from 'next/image';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AccountMenu, type AccountMenuProps } from './account-menu';
import { InstitutionMenu, type InstitutionMenuProps } from './institution-menu';
import { MainNavigation, type OwnPlaces } from './main-navigation';
import classes from './shell.module.css';

type Props = AccountMenuProps & InstitutionMenuProps & OwnPlaces & { children: ReactNode };

/** What stands around every page: where one is, in which institution, as whom. */
export function Shell({ children, settings, approvals, institution, institutions, enter, ...account }: Props) {
  const t = useTranslations('shell');
  return (
    <>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <header className={classes.header}>
        <Anchor component={Link} href="/" underline="never" c="inherit" className={classes.brand}>
          <Image src="/icon.svg" width={26} height={26} alt="" unoptimized />
          <span>{t('product')}</span>
        </Anchor>
        <MainNavigation {...{ settings, approvals }} />
        <Group gap="xs" ml="auto" wrap="nowrap">
          <InstitutionMenu institution={institution} institutions={institutions} enter={enter} />
          <AccountMenu {...account} />
        </Group>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </>
  );
}
