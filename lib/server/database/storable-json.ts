/** An escape of JSON, or the two characters that PostgreSQL cannot keep in a text: NUL, and half of a character. */
const ESCAPES = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/**
 * The JSON of a value as PostgreSQL can take it apart again. What it cannot keep becomes U+FFFD, which shows that something stood there:
 * damaged files bring such texts, and a plan must not end over one of them.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return UNSTORABLE.test(json) ? json.replace(ESCAPES, (found) => (UNSTORABLE.test(found) ? '\ufffd' : found)) : json;
}
