import { useTranslations } from 'next-intl';
import type { ImportListItem } from './import-shapes';

/** What an import is called: its file, or whose undo it is. */
export function useImportName(): (of: Pick<ImportListItem, 'kind' | 'fileName'>) => string {
  const t = useTranslations('undo.names');
  return ({ kind, fileName }) => (kind === 'file' ? fileName : t(kind, { file: fileName }));
}
