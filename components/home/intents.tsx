import { SimpleGrid, Text, ThemeIcon } from '@mantine/core';
import { IconArrowBackUp, IconMessageCircle, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './intents.module.css';

const INTENTS = [
  { name: 'add', Icon: IconUserPlus, href: '/imports/new' },
  { name: 'back', Icon: IconArrowBackUp, href: '/contacts' },
  { name: 'remove', Icon: IconUserMinus, href: '/removals' },
  { name: 'ask', Icon: IconMessageCircle, href: null },
] as const;

/** What a person may have come for. What cannot be done yet says so and leads nowhere. */
export function Intents() {
  const t = useTranslations('home');
  return (
    <SimpleGrid component="ul" cols={{ base: 1, xs: 2, md: 4 }} spacing="md" p={0} m={0} style={{ listStyle: 'none' }}>
      {INTENTS.map(({ name, Icon, href }) => (
        <li key={name} className={classes.intent} data-coming={href === null || undefined}>
          <ThemeIcon variant={href ? 'filled' : 'default'} size={40} radius="md">
            <Icon size={22} stroke={1.6} aria-hidden />
          </ThemeIcon>
          <h2 className={classes.title}>
            {href ? (
              <Link className={classes.link} href={href}>
                {t(`${name}.title`)}
              </Link>
            ) : (
              t(`${name}.title`)
            )}
          </h2>
          <Text c="dimmed">{t(`${name}.text`)}</Text>
          {!href && <Text className={classes.coming}>{t('coming')}</Text>}
        </li>
      ))}
    </SimpleGrid>
  );
}
