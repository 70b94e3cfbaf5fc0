'use client';

import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Status, type StatusIcon, type Tone } from '@/components/ui/status';
import type { Suggestion, ValueColumn, ValueReading } from '@/lib/engine';
import classes from './values-step.module.css';

interface Props {
  /** What the column is called. */
  name: string;
  suggestion: Suggestion;
  /** Null where its values are too many to be listed. */
  values: ValueColumn | null;
}

/** Values of an authorization that are shown: it has two. */
const SHOWN = 12;

interface Meaning {
  tone: Tone;
  icon: StatusIcon;
  text: 'yes' | 'no' | 'consents.likelyYes' | 'consents.likelyNo' | 'readings.left' | 'readings.cleared' | 'unknownConsent';
}

const UNKNOWN: Meaning = { tone: 'bad', icon: 'warning', text: 'unknownConsent' };

function meaningOf(reading: ValueReading): Meaning {
  if (reading.kind === 'cleared') return { tone: 'quiet', icon: 'skipped', text: 'readings.cleared' };
  if (reading.kind === 'proposed')
    return { tone: 'care', icon: 'warning', text: reading.value === 'TRUE' ? 'consents.likelyYes' : 'consents.likelyNo' };
  if (reading.kind !== 'taken') return UNKNOWN;
  if (reading.value === '') return { tone: 'quiet', icon: 'skipped', text: 'readings.left' };
  return { tone: 'good', icon: 'done', text: reading.value === 'TRUE' ? 'yes' : 'no' };
}

/** What each value of a column says as an authorization, with its rows: nobody is to find out afterwards. */
export function ConsentValues({ name, suggestion, values }: Props) {
  const t = useTranslations('values');
  const format = useFormatter();
  const label = t('consents.caption', { column: name });
  return (
    <section aria-label={label} className={classes.consents}>
      <Text size="sm" fw={600} mt="xs">
        {t('consents.title')}
      </Text>
      <Text size="sm" c="dimmed">
        {t(values ? 'consents.lead' : 'consents.nothing')}
      </Text>
      {suggestion.input === 'OPT_OUT' && (
        <Text component="div" size="sm" mt={4}>
          <Status tone="bad" icon="warning">
            {t('consents.refusal')}
          </Status>
        </Text>
      )}
      {values && (
        <Table aria-label={label} mt={4}>
          <TableThead>
            <TableTr>
              <TableTh>{t('value')}</TableTh>
              <TableTh>{t('cells')}</TableTh>
              <TableTh>{t('becomes')}</TableTh>
            </TableTr>
          </TableThead>
          <TableBody values={values} count={(cells) => format.number(cells)} text={t} />
        </Table>
      )}
      {values && values.further > 0 && (
        <Text size="sm" c="dimmed">
          {t('further', { count: values.further })}
        </Text>
      )}
    </section>
  );
}

interface BodyProps {
  values: ValueColumn;
  count: (cells: number) => string;
  text: (key: Meaning['text']) => string;
}

const TableBody = ({ values: { rows }, count, text }: BodyProps) => (
  <TableTbody>
    {rows.slice(0, SHOWN).map(({ value, count: cells, reading }) => {
      const meaning = meaningOf(reading);
      return (
        <TableTr key={value}>
          <TableTd className={classes.text}>{value}</TableTd>
          <TableTd className="figures">{count(cells)}</TableTd>
          <TableTd>
            <Status tone={meaning.tone} icon={meaning.icon}>
              {text(meaning.text)}
            </Status>
          </TableTd>
        </TableTr>
      );
    })}
  </TableTbody>
);
