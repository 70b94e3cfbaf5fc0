import type { Edits, ImportRules } from '@/lib/engine';

/** The recipe with a name that the file of an import is of. Times are ISO texts. */
export interface ImportRecipe {
  id: number;
  name: string;
  /** As the import has it. */
  version: number;
  madeAt: string;
  madeByName: string | null;
  /** Whether its mapping was taken without anybody being asked. */
  isPassed: boolean;
  /** Whether the columns of the file are exactly those of the recipe. */
  isExact: boolean;
  /** The file that this one was compared with. */
  lastFile: { importId: number; acceptedAt: string } | null;
  driftAcceptedByName: string | null;
  /** What it chooses for every such import. */
  rules: ImportRules;
}

/** What a recipe was saved as. */
export interface SavedRecipe {
  name: string;
  version: number;
}

/** What became of a recipe that was brought by a file. */
export interface BroughtRecipe extends SavedRecipe {
  /** False where that very recipe was there already. */
  isNew: boolean;
}

/** A recipe in the list. Times are ISO texts. */
export interface RecipeListItem {
  id: number;
  name: string;
  version: number;
  columns: number;
  madeAt: string;
  madeByName: string | null;
  usedAt: string | null;
}

/** A version of a recipe. */
export interface RecipeVersionItem {
  version: number;
  origin: 'saved' | 'accepted' | 'restored' | 'imported';
  restoredFrom: number | null;
  /** ISO text. */
  madeAt: string;
  madeByName: string | null;
  columns: number;
  imported: number;
  edits: number;
}

export interface RecipeDetail {
  id: number;
  name: string;
  version: number;
  columns: { header: string; fields: string[] }[];
  edits: Edits;
  rules: ImportRules;
  /** Newest first. */
  versions: RecipeVersionItem[];
}
