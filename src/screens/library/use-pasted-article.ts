import { ADDRESSES } from '#state/addresses.ts';
import { PASTED } from '#state/importing/pasted.ts';
import { useStores } from '#state/react.tsx';
import { useEffect } from 'react';

const FIELDS = 'input, textarea, select, [contenteditable], [role="dialog"]';

/** A text or files that are pasted anywhere on the screen, but in a field, go to the import, where they are checked. */
export function usePastedArticle(): void {
  const { transfer } = useStores();
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!data || (event.target instanceof Element && event.target.closest(FIELDS))) return;
      const text = data.getData('text/plain');
      const files = data.files.length > 0 ? [...data.files] : textFile(text);
      if (files.length === 0) return;
      event.preventDefault();
      void transfer.getState().read(files);
      location.hash = ADDRESSES.import;
    };
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('paste', paste);
    };
  }, [transfer]);
}

function textFile(text: string): readonly File[] {
  return text.trim() === '' ? [] : [new File([text.toWellFormed()], PASTED)];
}
