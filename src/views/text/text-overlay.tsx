import { type Span } from '#core/spans/span.ts';
import { type TextLayout } from './text-layout.ts';
import { type TextRange } from '#core/text/range.ts';
import { type CSSProperties, type ReactNode, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { BoundaryHandle } from './boundary-handle.tsx';
import { arrowsOf, type DrawnArrow, LinkArrows, type ShownLink } from './link-arrows.tsx';
import { type TextEvents } from './text-events.ts';
import { type Box, caretBox, isSameLine, outlineOf } from './text-geometry.ts';
import styles from './text-overlay.module.css';
import { type ShownSelection } from './use-shown-selection.ts';

interface TextOverlayProps extends Pick<TextEvents, 'onMoveBoundary' | 'onSelect' | 'onClickAt'> {
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
  readonly covered?: (() => number) | undefined;
  /** True where selected words are shown and taken hold of here, and not by the browser. */
  readonly ownsSelection: boolean;
}

type Measured = Pick<TextOverlayProps, 'layout' | 'selection' | 'selected' | 'links' | 'besides' | 'ownsSelection'>;

interface DrawnRange {
  readonly range: TextRange;
  readonly outline: readonly Box[];
  readonly from: Box | undefined;
  readonly to: Box | undefined;
  /** On which side of the words they begin. */
  readonly beginsAt: 'left' | 'right';
}

interface Drawn {
  readonly caret: Box | undefined;
  readonly ranges: readonly DrawnRange[];
  /** Words that are selected, where the browser does not show it. */
  readonly words: DrawnRange | undefined;
  readonly arrows: readonly DrawnArrow[];
  readonly besides: readonly Box[];
  readonly barAt: Box | undefined;
}

const NOTHING: Drawn = { caret: undefined, ranges: [], words: undefined, arrows: [], besides: [], barAt: undefined };

/** What lies over the text and follows it: the caret, the selected span with its links, the label bar. */
export function TextOverlay(props: TextOverlayProps) {
  const { container, layout, selection, selected, links, besides, editable, bar, ownsSelection } = props;
  const [drawn, setDrawn] = useState(NOTHING);
  const laidOut = useLaidOut(container);
  useLayoutEffect(() => {
    // Where the text stands is known only once it is in the page.
    // oxlint-disable-next-line react/set-state-in-effect
    setDrawn(measure(container.current!, { layout, selection, selected, links, besides, ownsSelection }));
    // A new layout moves the text while all else stays the same.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [container, layout, selection, selected, links, besides, ownsSelection, laidOut]);
  return (
    <div className={styles.overlay}>
      {drawn.ranges.map((part, index) => (
        // Fragments have no other identity than their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index}>
          {part.outline.map((box) => (
            <span key={`${box.left} ${box.top}`} className={styles.outline} style={box} aria-hidden="true" />
          ))}
          {editable && selected?.ranges[index] && (
            <Handles
              {...props}
              part={{ ...part, range: selected.ranges[index] }}
              onMove={(edge, offset) => {
                props.onMoveBoundary(selected, index, edge, offset);
              }}
            />
          )}
        </div>
      ))}
      {drawn.words && <SelectedWords {...props} words={drawn.words} />}
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

/** Words that a finger selected by taps, with handles to select more or less of them. */
function SelectedWords({ words, ...props }: TextOverlayProps & { readonly words: DrawnRange }) {
  const { from, to } = words.range;
  return (
    <div data-selected-words>
      {words.outline.map((box) => (
        <span key={`${box.left} ${box.top}`} className={styles.words} style={box} aria-hidden="true" />
      ))}
      <Handles
        {...props}
        part={words}
        onMove={(edge, offset) => {
          props.onSelect(edge === 'from' ? { anchor: offset, head: to } : { anchor: from, head: offset });
        }}
      />
    </div>
  );
}

interface HandlesProps extends Pick<TextOverlayProps, 'container' | 'text' | 'language' | 'layout' | 'covered'> {
  readonly part: DrawnRange;
  readonly onMove: (edge: 'from' | 'to', offset: number) => void;
  readonly onClickAt: TextEvents['onClickAt'];
}

function Handles({ part: { range, from, to, beginsAt }, onMove, ...props }: HandlesProps) {
  if (!from || !to) return null;
  const { container, text, language, layout, covered, onClickAt } = props;
  const shared = { container, text, language, layout, covered, onClickAt, range };
  return (
    <>
      <BoundaryHandle
        {...shared}
        edge="from"
        box={from}
        side={beginsAt}
        onMove={(offset) => {
          onMove('from', offset);
        }}
      />
      <BoundaryHandle
        {...shared}
        edge="to"
        box={to}
        side={beginsAt === 'left' ? 'right' : 'left'}
        onMove={(offset) => {
          onMove('to', offset);
        }}
      />
    </>
  );
}

function measure(container: HTMLElement, measured: Measured): Drawn {
  const { layout, selection, selected, links, besides, ownsSelection } = measured;
  const isCaret = selection && selection.anchor === selection.head;
  const drawn = (range: TextRange): DrawnRange => {
    const from = caretBox(container, layout, range.from);
    const to = caretBox(container, layout, range.to, 'before');
    return { range, outline: outlineOf(container, layout, range), from, to, beginsAt: startSide(container, from, to) };
  };
  const words = selection && !isCaret ? ordered(selection) : undefined;
  return {
    caret: isCaret ? caretBox(container, layout, selection.head) : undefined,
    ranges: (selected?.ranges ?? []).map(drawn),
    words: words && ownsSelection ? drawn(words) : undefined,
    arrows: arrowsOf(container, layout, links, selected),
    besides: besides.flatMap((range) => outlineOf(container, layout, range)),
    barAt: words && caretBox(container, layout, words.to, 'before'),
  };
}

function ordered({ anchor, head }: ShownSelection): TextRange {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

/** In one line the boxes themselves tell; over several the direction of writing does. */
function startSide(container: HTMLElement, from: Box | undefined, to: Box | undefined): 'left' | 'right' {
  if (from && to && isSameLine(from, to)) return from.left > to.left ? 'right' : 'left';
  return getComputedStyle(container).direction === 'rtl' ? 'right' : 'left';
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
