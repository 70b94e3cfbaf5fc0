import type { ReactNode } from 'react';
import { SignedInShell } from '@/app/shell';
import { enter } from '@/app/shell-actions';
import { ChooseInstitution } from '@/components/shell/choose-institution';

export default function AppLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInShell>
      {({ institution, institutions }) => (institution ? children : <ChooseInstitution institutions={institutions} enter={enter} />)}
    </SignedInShell>
  );
}
