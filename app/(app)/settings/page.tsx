import { redirect } from 'next/navigation';

/** The settings begin with the lists. */
export default function SettingsPage() {
  redirect('/settings/lists');
}
