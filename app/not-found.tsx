import { Notice } from '@/components/shell/notice';

export default function NotFound() {
  return (
    <main>
      <Notice kind="notFound" />
    </main>
  );
}
