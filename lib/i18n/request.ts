import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { screenTexts } from './catalogues';
import { LANGUAGE_COOKIE, languageOf, localeOf } from './index';

/** Language, region and texts of one request. Times are shown where the venues are, so that server and browser write the same. */
export default getRequestConfig(async () => {
  const asked = (await headers()).get('accept-language');
  const language = languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value, asked);
  return { locale: localeOf(language, asked), messages: screenTexts(language), timeZone: 'Europe/Paris' };
});
