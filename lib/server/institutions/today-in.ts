/** The locale's time zones are in the runtime before they are in TypeScript's library. */
type LocaleWithZones = Intl.Locale & { timeZones?: string[] };

const zoneOf = (country: string) => (new Intl.Locale('und', { region: country }) as LocaleWithZones).timeZones?.[0] ?? 'UTC';

/** The date in a country (ISO 3166-1 alpha-2) at a moment, as YYYY-MM-DD; in a country of several time zones by the first it lists. */
export function todayIn(country: string, now: Date): string {
  // Sweden's way to write a date is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zoneOf(country), dateStyle: 'short' }).format(now);
}
