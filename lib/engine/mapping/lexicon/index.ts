import { cs } from './cs';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { hu } from './hu';
import { it } from './it';
import type { Lexicon } from './meaning';
import { nl } from './nl';
import { nordic } from './nordic';
import { pl } from './pl';
import { pt } from './pt';
import { ru } from './ru';
import { zh } from './zh';

/** Every lexicon. Where two languages use a word for different things and the file does not tell them apart, the earlier one counts. */
export const LEXICONS: Readonly<Record<string, Lexicon>> = { en, fr, de, it, es, nl, pt, pl, ru, cs, nordic, hu, zh };
