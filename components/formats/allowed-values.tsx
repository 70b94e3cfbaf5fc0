import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './formats.module.css';

/** As many values as are read at a glance; the lists of countries and languages open when asked. */
const SHOWN = 12;

/** The values of a field that takes no others; nothing where it takes any text. */
export function AllowedValues({ values }: { values: readonly string[] }) {
  const t = useTranslations('formats');
  if (values.length === 0) return null;
  const list = values.join(', ');
  if (values.length <= SHOWN) return <Text size="sm">{t('allowed', { values: list })}</Text>;
  return (
    <details className={classes.allowed}>
      <summary>{t('allowedCount', { count: values.length })}</summary>
      {list}
    </details>
  );
}
