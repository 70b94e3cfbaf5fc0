import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Env } from '@/lib/server/env';

type OidcSettings = Pick<Env, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME'>;

/** The claims we read of whoever signs in. */
type Claims = { sub: string };

/** The institution's or SecuTix' identity provider, by OpenID Connect discovery; null unless issuer, client and secret are all set. */
export function oidcProvider(settings: OidcSettings): OAuthConfig<Claims> | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = settings;
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    profile: ({ sub }) => ({ id: sub }),
  };
}
