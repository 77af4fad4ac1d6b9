import { type TextRange } from '#core/text/range.ts';
import { type RefObject, useEffect, useState } from 'react';
import { type TextLayout } from './text-layout.ts';

const NOTHING: TextRange = { from: 0, to: 0 };

/** The stretch of text whose sections are near the viewport: what lies elsewhere need not be measured. */
export function useNearText(container: RefObject<HTMLElement | null>, layout: TextLayout): TextRange {
  const [near, setNear] = useState(NOTHING);
  useEffect(() => {
    const sections = [...container.current!.children];
    const shown = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = sections.indexOf(target);
          if (isIntersecting) shown.add(index);
          else shown.delete(index);
        }
        const next = stretchOf(layout, shown);
        setNear((before) => (before.from === next.from && before.to === next.to ? before : next));
      },
      { root: document, rootMargin: '400px 0px' },
    );
    for (const section of sections) observer.observe(section);
    return () => {
      observer.disconnect();
    };
  }, [container, layout]);
  return near;
}

function stretchOf({ sections, blocks }: TextLayout, shown: ReadonlySet<number>): TextRange {
  const indexes = [...shown].filter((index) => sections[index] !== undefined);
  if (indexes.length === 0) return NOTHING;
  const [first, last] = [sections[Math.min(...indexes)]!, sections[Math.max(...indexes)]!];
  return { from: blocks[first.from]!.from, to: blocks[last.to - 1]!.to };
}
