import { foldWords } from './tidy';

/** Yes and no as lists of contacts write them, without case and accents. */
const WORDS = new Map<string, boolean>();
for (const word of (
  'yes|y|yeah|oui|o|ja|j|si|s|sim|tak|ano|da|да|ναι|evet|kylla|igen|true|t|vrai|wahr|vero|verdadero|verdadeiro|1|x|on|opt in|opted in|optin|' +
  'granted|given|accepted|agreed|accepte|accorde|d accord|zugestimmt|erteilt|angemeldet|accettato|aceptado|subscribed|abonne|abonnee|inscrit|inscrite|iscritto|suscrito'
).split('|'))
  WORDS.set(word, true);
for (const word of (
  'no|n|non|nein|nee|nej|nei|nao|nie|ne|nu|нет|οχι|hayir|ei|nem|false|f|faux|falsch|falso|0|off|opt out|opted out|optout|denied|refused|declined|refuse|' +
  'refusee|abgelehnt|widerrufen|abgemeldet|rifiutato|rechazado|unsubscribed|desabonne|desabonnee|desinscrit|desinscrite|disiscritto'
).split('|'))
  WORDS.set(word, false);

const MARKS = new Map([
  ['✓', true],
  ['✔', true],
  ['☑', true],
  ['☒', true],
  ['✗', false],
  ['✘', false],
  ['☐', false],
]);

/**
 * Whether a text says yes or no in one of many languages; undefined where it says neither. It is read as it stands, whatever the column is
 * called: in a column of refusals a yes is still a yes, and no consent.
 */
export const yesOrNo = (value: string): boolean | undefined => MARKS.get(value.trim().replace('\ufe0f', '')) ?? WORDS.get(foldWords(value));
