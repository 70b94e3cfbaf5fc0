import { type CardValue, cardValues } from './card-columns';
import { contentLines, type Property, propertyOf } from './content-lines';

/** One card as values under the headings of their columns. */
export interface Card {
  values: Map<string, string>;
  /** False where the file goes on with another card, or ends, before this one did. */
  closed: boolean;
}

/** The cards of a text. A card within a card is passed over. */
export function* cards(pieces: Iterable<string>): Generator<Card> {
  let properties: Property[] | null = null;
  let within = 0;
  for (const line of contentLines(pieces)) {
    const property = propertyOf(line);
    if (!property) continue;
    const isCard = property.value.trim().toUpperCase() === 'VCARD';
    if (property.name === 'BEGIN' && isCard) {
      if (properties?.at(-1)?.name === 'AGENT') within++;
      else {
        if (properties) yield cardOf(properties, false);
        properties = [];
      }
    } else if (property.name === 'END' && isCard) {
      if (within > 0) within--;
      else if (properties) {
        yield cardOf(properties, true);
        properties = null;
      }
    } else if (within === 0) properties?.push(property);
  }
  if (properties) yield cardOf(properties, false);
}

/** The preferred value of several comes first; a second value of a kind gets a column of its own. */
function cardOf(properties: Property[], closed: boolean): Card {
  const sorted = [...properties].sort((a, b) => Number(b.types.includes('PREF')) - Number(a.types.includes('PREF')));
  const values = new Map<string, string>();
  const isNamed = properties.some(({ name, value }) => name === 'N' && /[^;\s]/.test(value));
  for (const property of sorted) {
    // The full name says what the parts of the name say already.
    if (property.name === 'FN' && isNamed) continue;
    const found = cardValues(property);
    const turn = turnOf(values, found);
    for (const [heading, value] of found) values.set(turn === 1 ? heading : `${heading} ${turn}`, value);
  }
  return { values, closed };
}

/** How often values of this kind were met, this time included: all parts of an address have the same turn. */
function turnOf(values: ReadonlyMap<string, string>, found: readonly CardValue[]): number {
  let turn = 1;
  while (found.some(([heading]) => values.has(turn === 1 ? heading : `${heading} ${turn}`))) turn++;
  return turn;
}
