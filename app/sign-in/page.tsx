import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { SignInPage } from '@/components/sign-in/sign-in-page';
import { currentSession } from '@/lib/server/auth/current-session';
import { oidcProvider } from '@/lib/server/auth/oidc-provider';
import { ATTEMPT_LIMITS } from '@/lib/server/auth/sign-in-attempts';
import { env } from '@/lib/server/env';
import { enterProduct } from './actions';
import { pathWithin } from './path-within';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('signIn'))('title') });

export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  if (await currentSession()) redirect('/');
  const { error, callbackUrl } = await searchParams;
  const wanted = typeof callbackUrl === 'string' ? pathWithin(callbackUrl) : '/';
  const refusal = typeof error === 'string' ? { code: error, params: { minutes: ATTEMPT_LIMITS.windowMinutes } } : null;
  return (
    <SignInPage>
      <SignInForm
        providerName={oidcProvider(env())?.name ?? null}
        refusal={refusal}
        waitMinutes={ATTEMPT_LIMITS.windowMinutes}
        done={enterProduct.bind(null, wanted)}
        wanted={wanted}
      />
    </SignInPage>
  );
}
