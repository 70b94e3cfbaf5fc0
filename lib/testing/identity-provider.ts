import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the next ID token says of the person, beside issuer, audience, nonce and times. */
  claims: Record<string, unknown>;
  close(): Promise<void>;
}

const KEY_ID = 'key';
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

/** An OpenID Connect provider on this machine that signs in everybody who comes by, and checks client, code and PKCE as a real one does. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked = new Map<string, URLSearchParams>();

  const idToken = (nonce: string | null) => {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: provider.issuer, aud: provider.clientId, nonce, iat: now, exp: now + 60, sub: 'person-1', ...provider.claims };
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(payload)}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };

  const token = async (request: IncomingMessage) => {
    const form = await formOf(request);
    const question = asked.get(form.get('code') ?? '');
    asked.delete(form.get('code') ?? '');
    const client = `Basic ${Buffer.from(`${provider.clientId}:${provider.clientSecret}`).toString('base64')}`;
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (request.headers.authorization !== client || question?.get('code_challenge') !== challenge) return null;
    return { access_token: 'unused', token_type: 'Bearer', id_token: idToken(question.get('nonce')) };
  };

  const metadata = () => ({
    issuer: provider.issuer,
    authorization_endpoint: `${provider.issuer}/authorize`,
    token_endpoint: `${provider.issuer}/token`,
    jwks_uri: `${provider.issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  });

  const authorize = (question: URLSearchParams) => {
    const code = randomBytes(16).toString('hex');
    asked.set(code, question);
    const back = new URL(question.get('redirect_uri') as string);
    back.searchParams.set('code', code);
    back.searchParams.set('state', question.get('state') as string);
    return back.href;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url as string, provider.issuer);
    if (url.pathname === '/authorize') return response.writeHead(302, { location: authorize(url.searchParams) }).end();
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': metadata,
      '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256' }] }),
      '/token': () => token(request),
    };
    const body = await answers[url.pathname]?.();
    response.writeHead(body ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? { error: 'invalid_request' }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId: 'foyer-tests',
    clientSecret: 'known-to-both',
    claims: {},
    close: () => new Promise((done) => server.close(() => done())),
  };
  return provider;
}
