import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { catalogues } from './catalogues';
import { LANGUAGE_COOKIE, languageOf } from './index';

/** Language and texts of one request. Times are shown where the venues are, so that server and browser write the same. */
export default getRequestConfig(async () => {
  const locale = languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value, (await headers()).get('accept-language'));
  return { locale, messages: catalogues[locale], timeZone: 'Europe/Paris' };
});
