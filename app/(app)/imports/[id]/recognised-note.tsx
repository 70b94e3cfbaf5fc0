import type { ImportDetail } from '@/components/import/import-shapes';
import { openSteps } from '@/components/import/steps';
import { RecognisedNote } from '@/components/recipes/recognised-note';

/** What the recipe of a file settled without asking; nothing where somebody was asked. */
export const recognisedNote = (detail: ImportDetail) =>
  detail.recipe?.isPassed ? (
    <RecognisedNote importId={detail.id} recipe={detail.recipe} isUsual={detail.drift.length === 0} canChange={openSteps(detail).includes('map')} />
  ) : null;
