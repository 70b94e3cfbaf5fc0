/** Whether any of the texts holds what is searched, whatever its case and accents. */
export function matches(search: string, texts: readonly (string | undefined)[]): boolean {
  const wanted = plain(search.trim());
  return texts.some((text) => plain(text ?? '').includes(wanted));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
