import { type Span } from '#core/spans/span.ts';
import { type TextLayout } from './text-layout.ts';
import { type TextRange } from '#core/text/range.ts';
import { type CSSProperties, type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { BoundaryHandle } from './boundary-handle.tsx';
import { arrowsOf, type DrawnArrow, LinkArrows, type ShownLink } from './link-arrows.tsx';
import { type TextEvents } from './text-events.ts';
import { type Box, caretBox, outlineOf } from './text-geometry.ts';
import styles from './text-overlay.module.css';
import { type ShownSelection } from './use-shown-selection.ts';

interface TextOverlayProps extends Pick<TextEvents, 'onMoveBoundary'> {
  readonly container: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly language: string;
  readonly layout: TextLayout;
  readonly selection: ShownSelection | undefined;
  readonly selected: Span | undefined;
  readonly links: readonly ShownLink[];
  /** Words that belong to the selected span without lying in it, such as the cue of a quote. */
  readonly besides: readonly TextRange[];
  readonly editable: boolean;
  readonly bar: ReactNode;
}

type Measured = Pick<TextOverlayProps, 'layout' | 'selection' | 'selected' | 'links' | 'besides'>;

interface Drawn {
  readonly caret: Box | undefined;
  readonly ranges: readonly {
    readonly outline: readonly Box[];
    readonly from: Box | undefined;
    readonly to: Box | undefined;
  }[];
  readonly arrows: readonly DrawnArrow[];
  readonly besides: readonly Box[];
  readonly barAt: Box | undefined;
}

const NOTHING: Drawn = { caret: undefined, ranges: [], arrows: [], besides: [], barAt: undefined };

/** What lies over the text and follows it: the caret, the selected span with its links, the label bar. */
export function TextOverlay(props: TextOverlayProps) {
  const { container, layout, selection, selected, links, besides, editable, bar } = props;
  const [drawn, setDrawn] = useState(NOTHING);
  const laidOut = useLaidOut(container);
  useLayoutEffect(() => {
    // Where the text stands is known only once it is in the page.
    // oxlint-disable-next-line react/set-state-in-effect
    setDrawn(measure(container.current!, { layout, selection, selected, links, besides }));
    // A new layout moves the text while all else stays the same.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [container, layout, selection, selected, links, besides, laidOut]);
  return (
    <div className={styles.overlay}>
      {drawn.ranges.map(({ outline, from, to }, index) => (
        // Fragments have no other identity than their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index}>
          {outline.map((box) => (
            <span key={`${box.left} ${box.top}`} className={styles.outline} style={box} aria-hidden="true" />
          ))}
          {editable && selected?.ranges[index] && from && to && (
            <>
              <BoundaryHandle {...props} span={selected} index={index} edge="from" box={from} />
              <BoundaryHandle {...props} span={selected} index={index} edge="to" box={to} />
            </>
          )}
        </div>
      ))}
      <LinkArrows arrows={drawn.arrows} />
      {drawn.besides.map((box) => (
        <span key={`${box.left} ${box.top}`} className={styles.beside} style={box} aria-hidden="true" />
      ))}
      {drawn.caret && <span className={styles.caret} style={drawn.caret} aria-hidden="true" />}
      {drawn.barAt && bar !== undefined && (
        <div className={styles.bar} style={barStyle(drawn.barAt)}>
          {bar}
        </div>
      )}
    </div>
  );
}

function measure(container: HTMLElement, { layout, selection, selected, links, besides }: Measured): Drawn {
  const isCaret = selection && selection.anchor === selection.head;
  return {
    caret: isCaret ? caretBox(container, layout, selection.head) : undefined,
    ranges: (selected?.ranges ?? []).map((range) => ({
      outline: outlineOf(container, layout, range),
      from: caretBox(container, layout, range.from),
      to: caretBox(container, layout, range.to, 'before'),
    })),
    arrows: arrowsOf(container, layout, links, selected),
    besides: besides.flatMap((range) => outlineOf(container, layout, range)),
    barAt:
      selection && !isCaret
        ? caretBox(container, layout, Math.max(selection.anchor, selection.head), 'before')
        : undefined,
  };
}

function barStyle({ left, top, height }: Box): CSSProperties {
  return { top: top + height, '--bar-left': `${left}px` } as CSSProperties;
}

/** A value that is new whenever the text may have been laid out anew. */
export function useLaidOut(container: RefObject<HTMLElement | null>): object {
  const [laidOut, setLaidOut] = useState({});
  useEffect(() => {
    const renew = (): void => {
      setLaidOut({});
    };
    // The height changes as well when sections are laid out while scrolling, and then everything below moves.
    const observer = new ResizeObserver(renew);
    observer.observe(container.current!);
    // Another font can move words without changing the size of the whole.
    document.fonts.addEventListener('loadingdone', renew);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', renew);
    };
  }, [container]);
  return laidOut;
}
