import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { may } from '@/lib/server/actor';
import { currentSession } from '@/lib/server/auth/current-session';
import type { CurrentSession } from '@/lib/server/auth/read-session';
import { chooseLanguage, enter } from './shell-actions';

/** What stands around every page for whoever is signed in; leads to the sign-in page for nobody. */
export async function SignedInShell({ children }: { children: (session: CurrentSession) => ReactNode }) {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const { name, email, staff, institution, institutions } = session;
  const settings = institution !== null && (staff || may(session, 'settings.edit'));
  const approvals = may(session, 'approval.list');
  return <Shell {...{ name, email, staff, settings, approvals, institution, institutions, enter, chooseLanguage }}>{children(session)}</Shell>;
}
