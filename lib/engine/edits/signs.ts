import { likelyDomain } from '@/lib/engine/fields/values/email-domain';
import { fold } from '@/lib/engine/fields/values/tidy';
import { hasSeveralPhones } from './parts/phones';

/** What was seen in the distinct values of a column, as far as they were counted. */
export interface ColumnSigns {
  looked: number;
  /** Words in capitals, or small letters, throughout. */
  capitals: number;
  small: number;
  /** Several telephone numbers in one cell. */
  phones: number;
  /** E-mails behind the name of their owner. */
  owners: number;
  /** Cells that stand for nothing, such as `N/A`. */
  standIns: string[];
  /** Domains of e-mails, and the usual one that each is a slip away from. */
  domains: Record<string, string>;
}

/** Cells that say no more than that nothing is known, without case and accents. `NA` is none of them: it is Namibia as well. */
const STAND_INS = new Set(
  (
    'n/a|#n/a|n.a.|n. a.|k.a.|k. a.|keine angabe|keine|unbekannt|-|--|---|.|..|...|?|??|???|/|//|x|xx|xxx|xxxx|null|(null)|nil|none|nan|undefined|unknown|' +
    'not known|not available|tbd|tba|blank|(blank)|(vide)|neant|inconnu|inconnue|non renseigne|non communique|nc|n.c.|s/o|sans objet|sconosciuto|non disponibile|' +
    'nd|n.d.|desconocido|sin datos|s/d|desconhecido|onbekend|geen|n.v.t.|brak|nieznany|b/d'
  ).split('|'),
);

/** Stand-ins and domains kept for a column: more are no slips but values. */
const KEPT = 8;

/** Whether a cell stands for nothing. */
const isStandIn = (text: string): boolean => text.length <= 16 && STAND_INS.has(fold(text));

/** Looks at the distinct values of a column for what an edit could put right. */
export class SignVote {
  private readonly found: ColumnSigns = { looked: 0, capitals: 0, small: 0, phones: 0, owners: 0, standIns: [], domains: {} };

  add(value: string): void {
    const { found } = this;
    const text = value.trim();
    found.looked++;
    if (isStandIn(text)) {
      if (found.standIns.length < KEPT) found.standIns.push(text);
    } else if (text.includes('@')) this.addEmail(text);
    else if (hasSeveralPhones(text)) found.phones++;
    else if (!/\d/.test(text) && /\p{L}.*\p{L}/u.test(text)) {
      const [upper, lower] = [text.toUpperCase(), text.toLowerCase()];
      if (upper === lower) return;
      if (text === upper) found.capitals++;
      else if (text === lower) found.small++;
    }
  }

  private addEmail(text: string): void {
    const { found } = this;
    if (/^[^<>@]*\p{L}[^<>@]*<[^<>@]+@[^<>]+>$/u.test(text)) found.owners++;
    const domain = text
      .slice(text.lastIndexOf('@') + 1)
      .replace(/>$/, '')
      .toLowerCase();
    const likely = likelyDomain(domain);
    if (likely && Object.keys(found.domains).length < KEPT) found.domains[domain] = likely;
  }

  /** Undefined where nothing was seen. */
  result(): ColumnSigns | undefined {
    const { capitals, small, phones, owners, standIns, domains } = this.found;
    return capitals + small + phones + owners + standIns.length + Object.keys(domains).length > 0 ? this.found : undefined;
  }
}
