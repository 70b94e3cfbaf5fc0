/** Why something was refused: `code` is a key of the catalogues under `errors`, `params` fill its text. */
export interface Refusal {
  code: string;
  params: Record<string, string | number>;
}

/** What a server action gives: its value, or the reason it was refused. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };
