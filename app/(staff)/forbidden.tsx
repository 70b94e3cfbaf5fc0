import { Notice } from '@/components/shell/notice';

export default function Forbidden() {
  return <Notice kind="forbidden" />;
}
