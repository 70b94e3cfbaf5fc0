import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { RecipeImport } from '@/components/recipes/recipe-import';
import { RecipeList } from '@/components/recipes/recipe-list';
import { may } from '@/lib/server/actor';
import { listRecipes } from '@/lib/server/recipes/list-recipes';
import { bring } from './actions';

export const generateMetadata = () => settingsTitle('recipes');

export default async function RecipesPage() {
  const { recipes, editable } = await show(async (actor) => ({ recipes: await listRecipes(actor), editable: may(actor, 'recipe.save') }));
  return (
    <>
      <SettingsHeading page="recipes" />
      <RecipeList recipes={recipes} />
      {editable && <RecipeImport bring={bring} />}
    </>
  );
}
