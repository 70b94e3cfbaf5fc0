'use client';

import { Checkbox, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Reading, ReadOptions } from '@/lib/engine';
import { DELIMITERS, useDelimiterName } from './use-delimiter-name';

/** Encodings offered by name; the reader knows more, and shows what it found even when it is not listed. */
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh', 'cp850', 'windows-1250', 'iso-8859-2'];
const QUOTES = { '"': 'double', "'": 'single', '': 'none' } as const;

/** The offered values and, first among equals, what was found. */
const withFound = (offered: readonly string[], found: string) => (offered.includes(found) ? offered : [found, ...offered]);

interface Props {
  /** Null when the file cannot be read with the present options. */
  reading: Reading | null;
  options: ReadOptions;
  change: (options: ReadOptions) => void;
}

/** What was found in a text file, each to be settled otherwise. */
function TextOptions({ reading, options, change }: Props) {
  const t = useTranslations('read');
  const delimiterName = useDelimiterName();
  const encoding = options.encoding ?? reading?.encoding ?? 'utf-8';
  const delimiter = options.delimiter ?? reading?.delimiter ?? ',';
  const quote = options.quote ?? reading?.quote ?? '';
  // A text of another kind, such as address cards, has letters but no separators.
  const hasDialect = reading === null || reading.format === 'csv';
  const quoteName = (character: string) => t(`quotes.${QUOTES[character as keyof typeof QUOTES] ?? 'other'}`, { character });
  return (
    <>
      <NativeSelect
        label={t('encoding')}
        value={encoding}
        data={withFound(ENCODINGS, encoding).map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(event) => change({ ...options, encoding: event.currentTarget.value })}
      />
      {hasDialect && (
        <>
          <NativeSelect
            label={t('delimiter')}
            value={delimiter}
            data={withFound(Object.keys(DELIMITERS), delimiter).map((value) => ({ value, label: delimiterName(value) }))}
            onChange={(event) => change({ ...options, delimiter: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('quote')}
            value={quote}
            data={withFound(Object.keys(QUOTES), quote).map((value) => ({ value, label: quoteName(value) }))}
            onChange={(event) => change({ ...options, quote: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}

/** What was found in a file, beside the preview: whatever is changed here redraws it. */
export function ReadingOptions({ reading, options, change }: Props) {
  const t = useTranslations('read');
  const headerRow = options.headerRow === undefined ? (reading?.headerRow ?? null) : options.headerRow;
  const sheets = reading?.sheets ?? [];
  const isText = reading === null || reading.encoding !== null;
  return (
    <Stack gap="md">
      {isText && <TextOptions reading={reading} options={options} change={change} />}
      {sheets.length > 1 && (
        <NativeSelect
          label={t('sheet')}
          value={String(options.sheet ?? reading?.sheet ?? 0)}
          data={sheets.map(({ index, name, visible }) => ({ value: String(index), label: visible ? name : t('hiddenSheet', { name }) }))}
          onChange={(event) => change({ ...options, sheet: Number(event.currentTarget.value), headerRow: undefined })}
        />
      )}
      <NumberInput
        label={t('headerRow')}
        min={1}
        allowDecimal={false}
        value={headerRow ?? ''}
        disabled={headerRow === null}
        onChange={(value) => typeof value === 'number' && value >= 1 && change({ ...options, headerRow: value })}
      />
      <Checkbox
        label={t('noHeader')}
        checked={headerRow === null}
        onChange={(event) => change({ ...options, headerRow: event.currentTarget.checked ? null : 1 })}
      />
      {(options.repair || reading?.issues.some(({ code }) => code === 'encoded-twice')) && (
        <Checkbox
          label={t('repair')}
          checked={options.repair === true}
          onChange={(event) => change({ ...options, repair: event.currentTarget.checked || undefined })}
        />
      )}
    </Stack>
  );
}
