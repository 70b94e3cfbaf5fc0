'use client';

import { useEffect, useRef } from 'react';
import { pastedTable } from './pasted-table';

/** Takes a table that is pasted anywhere on the page, except into a field. `name`: of the file that it becomes, without its ending. */
export function usePastedTable(name: string, onFile: (file: File) => void): void {
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const isField = event.target instanceof HTMLElement && event.target.matches('input:not([type="radio"], [type="file"]), textarea');
      const file = event.clipboardData && !isField ? pastedTable(event.clipboardData, name) : null;
      if (!file) return;
      event.preventDefault();
      take.current(file);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [name]);
}
