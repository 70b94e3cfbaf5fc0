import { type NextRequest, NextResponse } from 'next/server';
import { sessionCookie } from '@/lib/server/auth/session-cookie';
import { env } from '@/lib/server/env';

/**
 * Sends people without a session cookie to the sign-in page and back afterwards. A convenience only: whether a session is alive
 * and what it may do is decided by the use cases.
 */
export function proxy(request: NextRequest): NextResponse {
  const { method, nextUrl, cookies } = request;
  if (method !== 'GET' || cookies.has(sessionCookie(env()).name)) return NextResponse.next();
  const target = new URL('/sign-in', request.url);
  if (nextUrl.pathname !== '/') target.searchParams.set('callbackUrl', `${nextUrl.pathname}${nextUrl.search}`);
  return NextResponse.redirect(target);
}

// Pages only: routes below /api answer for themselves, and Next would hold an upload's body in memory on its way through here.
export const config = { matcher: ['/((?!api/|_next/|sign-in|.*\\.[a-z0-9]+$).*)'] };
