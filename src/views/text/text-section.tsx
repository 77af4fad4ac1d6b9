import { type LabelSet } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { memo, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ParagraphText } from './paragraph-text.tsx';
import styles from './text-section.module.css';

/** Paragraphs in one section: few enough to lay out at once, enough to keep the number of containers small. */
export const SECTION_SIZE = 16;

interface TextSectionProps {
  readonly text: string;
  /** Index of the first paragraph. */
  readonly first: number;
  readonly paragraphs: readonly Paragraph[];
  readonly buckets: readonly (readonly Span[])[];
  readonly labelSet: LabelSet;
}

/** Some paragraphs that are laid out and painted only near the viewport; their text is always in the page. */
export const TextSection = memo(
  function TextSection({ text, first, paragraphs, buckets, labelSet }: TextSectionProps) {
    const element = useRef<HTMLElement>(null);
    const [isNear, setIsNear] = useState(first === 0);
    const [isPrinted, setIsPrinted] = useState(false);
    useEffect(() => observeNear(element.current!, setIsNear), []);
    useEffect(() => observePrinting(setIsPrinted), []);
    return (
      <section
        ref={element}
        className={styles.section}
        style={{ containIntrinsicBlockSize: `auto ${estimatedHeight(paragraphs)}px` }}
      >
        {paragraphs.map((paragraph, index) => (
          <ParagraphText
            key={paragraph.from}
            text={text}
            index={first + index}
            paragraph={paragraph}
            bucket={buckets[index]!}
            labelSet={labelSet}
            painted={isNear || isPrinted}
          />
        ))}
      </section>
    );
  },
  (before, after) =>
    before.text === after.text &&
    before.first === after.first &&
    before.labelSet === after.labelSet &&
    before.paragraphs.length === after.paragraphs.length &&
    before.buckets.length === after.buckets.length &&
    before.buckets.every((bucket, index) => bucket === after.buckets[index]),
);

/** Before the browser has laid a section out: 72 characters in a line of 33 pixels. */
function estimatedHeight(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { from, to }) => sum + Math.max(1, Math.ceil((to - from) / 72)) * 33 + 14, 0);
}

/**
 * Tells when an element comes near the viewport and when it is far from it. While the live selection touches it nothing
 * is told, since painting replaces the text nodes that the selection stands in.
 */
function observeNear(element: HTMLElement, tell: (near: boolean) => void): () => void {
  let wanted: boolean | undefined;
  const settle = (): void => {
    if (wanted === undefined || holdsSelection(element)) return;
    tell(wanted);
    wanted = undefined;
    document.removeEventListener('selectionchange', settle);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      wanted = entries.at(-1)!.isIntersecting;
      document.addEventListener('selectionchange', settle);
      settle();
    },
    // Without a root the margin does not count where the app is shown in a frame.
    { root: document, rootMargin: '800px 0px' },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
    document.removeEventListener('selectionchange', settle);
  };
}

/** Tells when the page is printed. It goes to the printer as it stands after the event, so it is drawn at once. */
function observePrinting(tell: (printed: boolean) => void): () => void {
  const begin = (): void => {
    flushSync(() => {
      tell(true);
    });
  };
  const end = (): void => {
    tell(false);
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

function holdsSelection(element: HTMLElement): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
}
