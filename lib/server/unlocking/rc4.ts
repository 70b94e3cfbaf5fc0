/** Gives one byte after the other of the stream that RC4 makes of a key: Node's own left it out with the other broken ciphers. */
export function rc4(key: Uint8Array): () => number {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (box[i] as number) + (key[i % key.length] as number)) & 255;
    swap(box, i, j);
  }
  let i = 0;
  let j = 0;
  return () => {
    i = (i + 1) & 255;
    j = (j + (box[i] as number)) & 255;
    swap(box, i, j);
    return box[((box[i] as number) + (box[j] as number)) & 255] as number;
  };
}

function swap(box: Uint8Array, i: number, j: number): void {
  const kept = box[i] as number;
  box[i] = box[j] as number;
  box[j] = kept;
}
