/** A moment in ISO 8601 as it is shown: parts of seconds left out, and midnight. */
export const isoText = (text: string) =>
  text
    .replace(/(?:\.\d+)?Z?$/, '')
    .replace(/T00:00:00$/, '')
    .replace('T', ' ');
