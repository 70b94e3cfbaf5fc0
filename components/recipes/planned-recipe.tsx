'use client';

import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { Status } from '@/components/ui/status';
import type { ImportRecipe, SavedRecipe } from './recipe-shapes';
import { SaveRecipe } from './save-recipe';

interface Props {
  recipe: ImportRecipe | null;
  /** Null for those who may not. */
  save: ((recipe: { name: string }) => Promise<Answer<SavedRecipe>>) | null;
}

/** On the plan of a file that a person mapped: by which recipe, or how to keep it as one. */
export function PlannedRecipe({ recipe, save }: Props) {
  const t = useTranslations('recipes.recognised');
  if (!recipe) return save && <SaveRecipe known={null} save={(name) => save({ name })} />;
  return (
    <Status tone="quiet" icon="note">
      {t('kept', { name: recipe.name, version: recipe.version })}
    </Status>
  );
}
