import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { onDatabase } from '@/cli/on-database';
import { isLanguage } from '@/lib/i18n';
import type { Actor } from '@/lib/server/actor';
import { commandLineActor, recordEntry } from '@/lib/server/command-line/command-line-actor';
import { notFound } from '@/lib/server/errors';
import { exportRecipe } from '@/lib/server/recipes/export-recipe';
import { importRecipeFile } from '@/lib/server/recipes/import-recipe-file';
import { listRecipes, type RecipeListItem } from '@/lib/server/recipes/list-recipes';

const USAGE = `Usage: foyer recipes list [--institution CODE] [--json]
       foyer recipes export NAME --out FILE.json [--institution CODE]
       foyer recipes import FILE.json [--institution CODE] [--json] [--lang en|fr]

Recipes say how files with certain columns are imported: which column is which field, edits and options. list prints them, export writes
one to a file, import takes one from a file: where there is one for its columns, as its next version. The institution may be left out when
there is only one.

Exit status: 0 done, 1 there is no such recipe, or the file holds none that can be used, 2 wrong use.
`;

/** `foyer recipes`: how files are imported, from one institution to another. */
export async function recipes(args: string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (!wanted) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { action, what, institution, language } = wanted;
  const work = async () => ACTIONS[action](await commandLineActor(institution), wanted);
  return onDatabase('recipes', action === 'import' ? what : wanted.out, work, language);
}

const ACTIONS: Record<Wanted['action'], (actor: Actor, wanted: Wanted) => Promise<void>> = {
  async list(actor, { json }) {
    const found = await listRecipes(actor);
    process.stdout.write(found.map((recipe) => (json ? `${JSON.stringify(recipe)}\n` : lineOf(recipe))).join(''));
  },
  async export(actor, { what, out }) {
    const found = (await listRecipes(actor)).find(({ name }) => name === what);
    if (!found) throw notFound('recipe');
    await recordEntry(actor);
    const { text } = await exportRecipe(actor, { recipeId: found.id });
    // A half-written file must not be taken for a whole one.
    const partial = `${out}.part`;
    try {
      await writeFile(partial, text);
      await rename(partial, out);
    } finally {
      await rm(partial, { force: true });
    }
  },
  async import(actor, { what, json }) {
    const bytes = new Uint8Array(await readFile(what));
    await recordEntry(actor);
    const brought = await importRecipeFile(actor, { bytes });
    const { name, version, isNew } = brought;
    process.stdout.write(json ? `${JSON.stringify(brought)}\n` : `${JSON.stringify(name)} version ${version}${isNew ? '' : ', as it was'}\n`);
  },
};

const lineOf = ({ name, version, columns, madeAt, usedAt }: RecipeListItem) =>
  `${JSON.stringify(name)} version ${version}, ${columns} columns, changed ${madeAt.slice(0, 10)}, last file ${usedAt?.slice(0, 10) ?? 'never'}\n`;

const OPTIONS = {
  institution: { type: 'string' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  out: { type: 'string', default: '' },
} as const;

type Wanted = NonNullable<ReturnType<typeof wantedOf>>;

/** Null when the arguments make no sense. */
function wantedOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [action, what = '', ...others] = positionals;
    const { lang: language, out, institution, json } = values;
    if (!(action === 'list' || action === 'export' || action === 'import') || others.length > 0 || !isLanguage(language)) return null;
    if ((what === '') !== (action === 'list') || (out === '') !== (action !== 'export')) return null;
    return { action, what, out, language, institution, json } as const;
  } catch {
    return null;
  }
}
