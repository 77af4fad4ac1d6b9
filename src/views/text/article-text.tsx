import { type LabelSet } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { type ReactNode, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import styles from './article-text.module.css';
import { directionOf } from '#core/text/direction.ts';
import { TextOverlay } from './text-overlay.tsx';
import { offsetAtLineEdge, offsetOnNextLine } from './text-geometry.ts';
import { layOut } from './text-layout.ts';
import { type TextRoom } from './block-content.ts';
import { TextBody } from './text-body.tsx';
import { useExactCopy } from './use-exact-copy.ts';
import { bringEndIntoSight, bringIntoSight } from './into-sight.ts';
import { type ShownLink } from './link-arrows.tsx';
// Only its type: the code comes when it is wanted.
import type { TellEdges } from './tell-edges.ts';
import { type TextEvents } from './text-events.ts';
import { TextPlaceContext } from './text-place.ts';
import { showSelection, useShownSelection, type ShownSelection } from './use-shown-selection.ts';
import { useSelectionByTouch } from './use-selection-by-touch.ts';
import { useTextPointer } from './use-text-pointer.ts';

/** What the keyboard needs to know about the lines on the screen. */
export interface ArticleTextHandle {
  readonly focus: () => void;
  readonly hasFocus: () => boolean;
  readonly nextLine: (offset: number, step: 1 | -1) => number;
  readonly lineEdge: (offset: number, edge: 'start' | 'end') => number;
  /** True where the left arrow goes forward. */
  readonly isRightToLeft: () => boolean;
  readonly bringIntoSight: (offset: number) => void;
  /** The end of a stretch whose beginning is in sight, with so many pixels below its last line. */
  readonly bringEndIntoSight: (range: TextRange, below: number) => void;
}

interface ArticleTextProps extends TextEvents {
  readonly text: string;
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  /** All spans of the layer, in reading order. */
  readonly spans: readonly Span[];
  readonly labelSet: LabelSet;
  readonly selection: ShownSelection | undefined;
  readonly selected: Span | undefined;
  /** The links of the selected span. */
  readonly links: readonly ShownLink[];
  /** Words that belong to the selected span without lying in it. */
  readonly besides: readonly TextRange[];
  readonly editable: boolean;
  /** Grows when the selection should be brought into sight. */
  readonly reveal: number;
  /** Id of the element that names the article. */
  readonly titleId: string;
  /** Shown beside a selection, so that it can be labelled without a long way. */
  readonly bar: ReactNode;
  /** Lines that need room below them, for what `over` draws there. */
  readonly room?: TextRoom | undefined;
  /** What tells a screen reader where spans start and end. */
  readonly tell?: TellEdges | undefined;
  /** What else is drawn over the text. */
  readonly over?: ReactNode;
  /** How many pixels of the window's foot something covers, so that nothing is brought into sight behind it. */
  readonly covered?: () => number;
  readonly ref?: Ref<ArticleTextHandle>;
}

/** The article with its spans: draws them, and turns what the pointer does into offsets. */
export function ArticleText({ ref, ...props }: ArticleTextProps) {
  const { text, language, paragraphs, spans, labelSet, titleId, room, tell, over, covered } = props;
  const container = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLElement>(null);
  const layout = useMemo(() => layOut(text, paragraphs), [text, paragraphs]);
  const place = useMemo(() => ({ container, layout }), [layout]);
  useTextPointer(container, { ...props, layout });
  const { isByTouch, ownsSelection } = useSelectionByTouch(container);
  const restoreSelection = useShownSelection(container, { ...props, layout, isByTouch });
  useExactCopy(container, text, layout);
  useImperativeHandle(ref, () => ({
    focus: () => root.current?.focus({ preventScroll: true }),
    hasFocus: () => root.current?.contains(document.activeElement) ?? false,
    nextLine: (offset, step) => offsetOnNextLine(container.current!, layout, offset, step),
    lineEdge: (offset, edge) => offsetAtLineEdge(container.current!, layout, offset, edge),
    isRightToLeft: () => getComputedStyle(container.current!).direction === 'rtl',
    bringIntoSight: (offset) => {
      bringIntoSight(container.current!, layout, offset, covered?.());
    },
    bringEndIntoSight: (range, below) => {
      bringEndIntoSight(container.current!, layout, range, { below, covered: covered?.() });
    },
  }));
  return (
    // It is a place to stand in, as a text field is, not a button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={root}
      className={styles.article}
      role="document"
      aria-labelledby={titleId}
      data-caret={props.selection && ''}
      // The keys that move the caret work while the text has the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onFocus={(event) => {
        // Coming back from a field or dialog, where the browser's selection was elsewhere.
        if (event.target === event.currentTarget && props.selection && !isByTouch) {
          showSelection(container.current!, layout, props.selection);
        }
      }}
      lang={language === 'und' ? undefined : language}
    >
      <div className={styles.frame}>
        <TextBody
          container={container}
          text={text}
          layout={layout}
          spans={spans}
          labelSet={labelSet}
          room={room}
          tell={tell}
          direction={directionOf(language)}
          onDrawn={() => {
            // Words that are selected hold their section back from being painted; only a caret may have lost its place.
            if (document.getSelection()?.isCollapsed === true) restoreSelection();
          }}
        />
        <TextOverlay {...props} layout={layout} container={container} ownsSelection={ownsSelection} />
        {over !== undefined && <TextPlaceContext value={place}>{over}</TextPlaceContext>}
      </div>
    </article>
  );
}
