'use client';

import { Broken } from '@/components/shell/broken';

export default function AppError({ retry }: { error: unknown; retry: () => void }) {
  return <Broken retry={retry} />;
}
