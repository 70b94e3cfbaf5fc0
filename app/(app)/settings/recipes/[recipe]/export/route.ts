import { requireActor } from '@/lib/server/auth/current-session';
import { notFound } from '@/lib/server/errors';
import { exportRecipe } from '@/lib/server/recipes/export-recipe';
import { refusal } from '@/lib/server/uploads/refusal';

/** A recipe as a file that can be brought into another institution. */
export async function GET(_: Request, { params }: RouteContext<'/settings/recipes/[recipe]/export'>): Promise<Response> {
  try {
    const actor = await requireActor();
    const recipeId = Number((await params).recipe);
    if (!Number.isSafeInteger(recipeId) || recipeId < 1) throw notFound('recipe');
    const { name, text } = await exportRecipe(actor, { recipeId });
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      // Names are of any script: what is sent beside the plain name is the name itself.
      'content-disposition': `attachment; filename="foyer-recipe-${recipeId}.json"; filename*=UTF-8''${encodeURIComponent(`${name}.json`)}`,
    };
    return new Response(text, { headers });
  } catch (error) {
    return refusal(error);
  }
}
