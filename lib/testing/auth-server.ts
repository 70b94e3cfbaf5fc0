import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type NextAuthOptions } from 'next-auth';

const PREFIX = '/api/auth/';

async function bodyOf(request: IncomingMessage) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return Object.fromEntries(new URLSearchParams(body));
}

const cookiesOf = (request: IncomingMessage) =>
  Object.fromEntries(
    (request.headers.cookie ?? '')
      .split('; ')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]),
  );

/** A request and a response as next-auth wants them where Next is not around. */
async function handle(request: IncomingMessage, response: ServerResponse, options: NextAuthOptions) {
  const url = new URL(request.url as string, 'http://localhost');
  const query = { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.slice(PREFIX.length).split('/') };
  const asked = Object.assign(request, { query, cookies: cookiesOf(request), body: await bodyOf(request) });
  const answer = Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value)),
    send: (value: unknown) => response.end(typeof value === 'string' ? value : JSON.stringify(value)),
  });
  await NextAuth(asked as unknown as NextApiRequest, answer as unknown as NextApiResponse, options);
}

export interface AuthServer {
  url: string;
  close(): Promise<void>;
}

/** Serves /api/auth with these options over real HTTP, without Next around it. */
export async function startAuthServer(options: () => NextAuthOptions): Promise<AuthServer> {
  const server = createServer((request, response) => void handle(request, response, options()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // next-auth asks the environment under which address it is reached.
  process.env.NEXTAUTH_URL = url;
  return { url, close: () => new Promise((done) => server.close(() => done())) };
}

/** A browser as far as signing in needs one: it keeps cookies and shows redirects instead of following them. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Of the last answer: each cookie with its attributes, as the server set it. */
  setCookies: string[] = [];

  constructor(private readonly origin: string) {}

  async open(path: string, form?: Record<string, string>): Promise<{ status: number; location: string | null; text: string }> {
    const answer = await fetch(new URL(path, this.origin), {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
      redirect: 'manual',
    });
    this.setCookies = answer.headers.getSetCookie();
    for (const cookie of this.setCookies) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  }

  /** Posts a form with the token that proves it comes from our own page. */
  async submit(path: string, form: Record<string, string>) {
    const { csrfToken } = JSON.parse((await this.open('/api/auth/csrf')).text) as { csrfToken: string };
    return this.open(path, { csrfToken, ...form });
  }
}
