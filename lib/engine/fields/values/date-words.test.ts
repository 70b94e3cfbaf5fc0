import { describe, expect, it } from 'vitest';
import type { Place } from '@/lib/engine/fields/field';
import { cleanPastDate, decideDateOrder } from './date';

const LANGUAGES = 'en-US en-GB fr fr-BE de de-CH it es pt nl pl sv da fi cs hu ro el tr ru nb sk sl bg uk ca et lv lt'.split(' ');
const STYLES = ['full', 'long', 'medium', 'short'] as const;
/** Every month, and days that prove the order of the column. */
const DATES = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(1971 + month, month, month % 2 ? month + 1 : 28 - month)));

const place = (dateOrder: Place['dateOrder']): Place => ({ country: 'FR', dateOrder, today: '2026-03-01', phones: new Map() });

describe.each(LANGUAGES)('a column of dates as written in %s', (language) => {
  it.each(STYLES)('in the %s style is read without an error', (dateStyle) => {
    const format = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
    const typed = DATES.map((date) => format.format(date));
    const order = decideDateOrder(typed);
    const read = typed.map((text) => {
      const cleaned = cleanPastDate(text, place(order));
      return typeof cleaned === 'string' ? cleaned : cleaned.value;
    });
    expect(read).toEqual(DATES.map((date) => date.toISOString().slice(0, 10)));
  });
});
