import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { remove, rename, restore } from '@/app/(app)/settings/recipes/actions';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { fieldLabels } from '@/components/import/field-label';
import { RecipeView } from '@/components/recipes/recipe-view';
import { languageIn } from '@/lib/i18n';
import { may } from '@/lib/server/actor';
import { loadRecipe } from './load-recipe';

type Props = PageProps<'/settings/recipes/[recipe]'>;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({ title: (await loadRecipe((await params).recipe)).name });

export default async function RecipePage({ params }: Props) {
  const recipe = await loadRecipe((await params).recipe);
  const { mayChange, mayDelete } = await show(async (actor) => ({ mayChange: may(actor, 'recipe.save'), mayDelete: may(actor, 'recipe.delete') }));
  return (
    <RecipeView
      recipe={recipe}
      labels={fieldLabels(fieldOptions(languageIn(await getLocale())))}
      change={mayChange ? { rename: rename.bind(null, recipe.id), restore: restore.bind(null, recipe.id) } : null}
      remove={mayDelete ? remove.bind(null, recipe.id) : null}
    />
  );
}
