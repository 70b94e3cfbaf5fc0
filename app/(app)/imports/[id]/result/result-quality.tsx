import { Stack } from '@mantine/core';
import { getLocale } from 'next-intl/server';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { fieldLabels } from '@/components/import/field-label';
import { FileQualitySection } from '@/components/quality/file-quality-section';
import { StoredQualitySection } from '@/components/quality/stored-quality-section';
import { languageIn } from '@/lib/i18n';
import { getQuality } from '@/lib/server/imports/get-quality';

/** The quality of a file before and after, and of the contacts that it came to. Of a million contacts it takes a moment: the page does not wait for it. */
export async function ResultQuality({ importId }: { importId: number }) {
  const { file, stored } = await show((actor) => getQuality(actor, { importId, stored: true }));
  const labels = fieldLabels(fieldOptions(languageIn(await getLocale())));
  return (
    <Stack gap="xl">
      <StoredQualitySection quality={stored} labels={labels} />
      <FileQualitySection quality={file} labels={labels} />
    </Stack>
  );
}
