'use client';

import { Broken } from '@/components/shell/broken';

export default function RootError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <Broken retry={retry} />
    </main>
  );
}
