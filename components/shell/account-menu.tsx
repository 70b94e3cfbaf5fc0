'use client';

import { Button, Menu, MenuDivider, MenuDropdown, MenuItem, MenuLabel, MenuTarget, Text, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IconCheck, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { signOut } from 'next-auth/react';
import { useLocale, useTranslations } from 'next-intl';
import { LANGUAGES, type Language, languageIn } from '@/lib/i18n';

const SCHEMES = ['light', 'dark', 'auto'] as const;

export interface AccountMenuProps {
  name: string;
  email: string;
  staff: boolean;
  chooseLanguage: (language: Language) => Promise<void>;
}

const mark = (chosen: boolean) => (chosen ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />);

/** Who is signed in, the language, the colours, and the way out. */
export function AccountMenu({ name, email, staff, chooseLanguage }: AccountMenuProps) {
  const t = useTranslations('shell');
  const language = languageIn(useLocale());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // Until the page is alive only the server's guess of the scheme is known.
  const scheme = useMounted() ? colorScheme : null;
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} width={240}>
      <MenuTarget>
        <Button variant="subtle" color="gray" c="inherit" px={8} aria-label={t('account', { name })}>
          <IconUserCircle size={22} stroke={1.6} aria-hidden />
        </Button>
      </MenuTarget>
      <MenuDropdown>
        <MenuLabel>
          <Text component="div" c="var(--mantine-color-text)" fw={600}>
            {name}
          </Text>
          <Text component="div" size="sm">
            {email}
          </Text>
          {staff && (
            <Text component="div" size="sm">
              {t('staff')}
            </Text>
          )}
        </MenuLabel>
        <MenuDivider />
        <MenuLabel>{t('language')}</MenuLabel>
        {LANGUAGES.map((choice) => (
          <MenuItem key={choice} lang={choice} leftSection={mark(choice === language)} onClick={() => chooseLanguage(choice)}>
            {t(`languages.${choice}`)}
          </MenuItem>
        ))}
        <MenuDivider />
        <MenuLabel>{t('colours')}</MenuLabel>
        {SCHEMES.map((choice) => (
          <MenuItem key={choice} leftSection={mark(choice === scheme)} onClick={() => setColorScheme(choice)}>
            {t(`schemes.${choice}`)}
          </MenuItem>
        ))}
        <MenuDivider />
        <MenuItem leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut({ callbackUrl: '/sign-in' })}>
          {t('signOut')}
        </MenuItem>
      </MenuDropdown>
    </Menu>
  );
}
