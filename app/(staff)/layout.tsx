import type { ReactNode } from 'react';
import { SignedInShell } from '@/app/shell';

/** Pages of staff that look over all institutions: none need be entered. */
export default function StaffLayout({ children }: { children: ReactNode }) {
  return <SignedInShell>{() => children}</SignedInShell>;
}
