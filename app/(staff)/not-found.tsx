import { Notice } from '@/components/shell/notice';

export default function NotFound() {
  return <Notice kind="notFound" />;
}
