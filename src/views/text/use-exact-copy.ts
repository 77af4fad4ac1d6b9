import { type RefObject, useEffect } from 'react';
import { type TextLayout } from './text-layout.ts';
import { offsetOf } from './text-position.ts';

/**
 * Words that are copied out of the text are those of the article, character for character. The browser would put a blank
 * line between paragraphs, and a line break inside those that are drawn in several parts.
 */
export function useExactCopy(container: RefObject<HTMLElement | null>, text: string, layout: TextLayout): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const selection = document.getSelection();
      if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed || !event.clipboardData) return;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      const anchor = offsetOf(container.current!, layout, { node: anchorNode, offset: anchorOffset });
      const head = offsetOf(container.current!, layout, { node: focusNode, offset: focusOffset });
      // What reaches beyond the text is the browser's to copy.
      if (anchor === undefined || head === undefined || anchor === head) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text.slice(Math.min(anchor, head), Math.max(anchor, head)));
    };
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('copy', copy);
    };
  }, [container, text, layout]);
}
