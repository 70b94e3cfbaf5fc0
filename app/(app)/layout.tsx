import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ChooseInstitution } from '@/components/shell/choose-institution';
import { Shell } from '@/components/shell/shell';
import { may } from '@/lib/server/actor';
import { currentSession } from '@/lib/server/auth/current-session';
import { chooseLanguage, enter } from './shell-actions';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const { name, email, staff, institution, institutions } = session;
  const settings = institution !== null && (staff || may(session, 'settings.edit'));
  return (
    <Shell {...{ name, email, staff, settings, institution, institutions, enter, chooseLanguage }}>
      {institution ? children : <ChooseInstitution institutions={institutions} enter={enter} />}
    </Shell>
  );
}
