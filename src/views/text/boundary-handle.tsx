import { type Span } from '#core/spans/span.ts';
import { type TextLayout } from './text-layout.ts';
import { snapToWords } from '#core/text/words.ts';
import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from 'react';
import styles from './boundary-handle.module.css';
import { type Box, outlineOf } from './text-geometry.ts';
import { offsetAtPoint } from './text-position.ts';

interface BoundaryHandleProps {
  readonly container: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly language: string;
  readonly layout: TextLayout;
  readonly span: Span;
  readonly index: number;
  readonly edge: 'from' | 'to';
  /** The box of a caret at the edge. */
  readonly box: Box;
  readonly onMoveBoundary: (span: Span, index: number, edge: 'from' | 'to', offset: number) => void;
}

/** Drags one edge of the selected span. The keyboard moves edges by Shift and Ctrl+Shift with the arrows. */
export function BoundaryHandle(props: BoundaryHandleProps) {
  const { container, layout, span, index, edge, box, onMoveBoundary } = props;
  const [dragged, setDragged] = useState<{ readonly offset: number; readonly preview: readonly Box[] }>();
  const range = span.ranges[index]!;

  const offsetFor = (event: ReactPointerEvent): number | undefined => {
    // The finger or cursor is on the knob, below or above the line that is meant.
    const aim = edge === 'from' ? 14 : -14;
    const offset = offsetAtPoint(container.current!, layout, event.clientX, event.clientY + aim);
    if (offset === undefined) return undefined;
    const moved = { ...range, [edge]: offset };
    if (moved.from >= moved.to) return undefined;
    if (event.altKey) return offset;
    return snapToWords(props.text, layout.blocks, moved, props.language)?.[edge];
  };
  const drag = (event: ReactPointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const offset = offsetFor(event);
    if (offset === undefined) return;
    setDragged({ offset, preview: outlineOf(container.current!, layout, { ...range, [edge]: offset }) });
  };
  const drop = (): void => {
    if (dragged && dragged.offset !== range[edge]) onMoveBoundary(span, index, edge, dragged.offset);
    setDragged(undefined);
  };

  return (
    <>
      {dragged?.preview.map((part) => (
        <span key={`${part.left} ${part.top}`} className={styles.preview} style={part} aria-hidden="true" />
      ))}
      <span
        className={`${styles.handle} ${edge === 'from' ? styles.start : styles.end}`}
        style={{ left: box.left, top: box.top, height: box.height }}
        aria-hidden="true"
        data-handle={edge}
        onPointerDown={(event) => {
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={() => {
          setDragged(undefined);
        }}
      />
    </>
  );
}
