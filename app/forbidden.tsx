import { Notice } from '@/components/shell/notice';

export default function Forbidden() {
  return (
    <main>
      <Notice kind="forbidden" />
    </main>
  );
}
