'use client';

import { Button, Menu, MenuDropdown, MenuItem, MenuTarget, ScrollAreaAutosize, Text } from '@mantine/core';
import { IconBuilding, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import classes from './shell.module.css';

/** An institution as it is shown and chosen. */
export interface InstitutionChoice {
  id: number;
  code: string;
  name: string;
}

export interface InstitutionMenuProps {
  institution: InstitutionChoice | null;
  /** Those the person may enter. */
  institutions: InstitutionChoice[];
  enter: (institutionId: number) => Promise<void>;
}

/** The institution one works in; a menu where there is a choice, otherwise its name. */
export function InstitutionMenu({ institution, institutions, enter }: InstitutionMenuProps) {
  const t = useTranslations('shell');
  const [pending, start] = useTransition();
  const name = institution?.name ?? t('noInstitution');
  if (institutions.length < 2) {
    return (
      <Text truncate className={classes.institution}>
        {name}
      </Text>
    );
  }
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <MenuTarget>
        <Button
          variant="default"
          className={classes.institution}
          loading={pending}
          leftSection={<IconBuilding size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {name}
        </Button>
      </MenuTarget>
      <MenuDropdown aria-label={t('institution')}>
        <ScrollAreaAutosize mah="60vh">
          {institutions.map(({ id, name: choice }) => (
            <MenuItem
              key={id}
              onClick={() => start(() => enter(id))}
              leftSection={id === institution?.id ? <IconCheck size={16} aria-hidden /> : <span style={{ width: 16 }} />}
            >
              {choice}
            </MenuItem>
          ))}
        </ScrollAreaAutosize>
      </MenuDropdown>
    </Menu>
  );
}
