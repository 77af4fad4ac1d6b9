import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { placeOf } from '#core/spans/span-order.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { useIsTouch } from '#ui/use-is-touch.ts';
import {
  createContext,
  type HTMLAttributes,
  type KeyboardEvent,
  type LiHTMLAttributes,
  use,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { LabelFilter } from './label-filter.tsx';
import { SpanItem } from './span-item.tsx';
import styles from './spans-list.module.css';

/** Lists longer than this keep only the rows near the viewport in the page. */
const WHOLE = 200;

/** How many rows there are of which not all are in the page. */
const Length = createContext(0);

const CURRENT = '[aria-current="true"]';

/** Every span of the layer in reading order, in step with the text; can be narrowed to some labels. */
export function SpansList() {
  const { annotate } = useStores();
  // The text shows an edit first; the list may follow in the next frame.
  const spans = useDeferredValue(useAnnotate((state) => state.layer.spans));
  const selectedId = useAnnotate((state) => state.selectedId);
  const labels = useSession((state) => state.project.labelSet.labels);
  const [hidden, setHidden] = useState<ReadonlySet<LabelId>>(new Set());
  const shown = useMemo(() => withoutHidden(spans, hidden), [spans, hidden]);
  const list = useRef<VirtualizerHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const isTouch = useIsTouch();
  const selected = findSpan(shown, selectedId);
  const place = selected ? placeOf(shown, selected) : -1;

  const takesFocus = useRef(false);
  useEffect(() => {
    if (place < 0) return;
    if (shown.length > WHOLE) list.current?.scrollToIndex(place, { align: 'nearest' });
    else if (scroller.current) bringIntoView(scroller.current, CURRENT);
    if (takesFocus.current && selectedId !== undefined) void focusWhenThere(scroller.current!, selectedId);
    takesFocus.current = false;
    // Only another selected span moves the list, not an edit elsewhere.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selectedId]);

  /** Up and down go to the item before or after, as in any list, whether it is in the page already or not. */
  const goBetween = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const next = shown[Math.max(0, place) + (event.key === 'ArrowDown' ? 1 : -1)];
    event.preventDefault();
    if (!next) return;
    takesFocus.current = true;
    annotate.getState().selectSpan(next.id, true);
  };

  const itemOf = (span: Span, index: number) => (
    <SpanItem
      key={span.id}
      span={span}
      isSelected={span.id === selectedId}
      isTabStop={selected ? span.id === selectedId : index === 0}
    />
  );
  return (
    <section className={styles.section} aria-labelledby="spans-heading" data-region="spans">
      <h2 id="spans-heading">{t`In this article · ${spans.length}`}</h2>
      <LabelFilter labels={labels} spans={spans} hidden={hidden} onChange={setHidden} />
      {/* The box takes no focus; the buttons in it do, and the arrows go between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={scroller} className={styles.scroller} onKeyDown={goBetween}>
        {shown.length > WHOLE ? (
          <Length value={shown.length}>
            <Virtualizer ref={list} as={List} item={PlacedRow} data={shown}>
              {itemOf}
            </Virtualizer>
          </Length>
        ) : (
          <List>
            {shown.map((span, index) => (
              <Row key={span.id}>{itemOf(span, index)}</Row>
            ))}
          </List>
        )}
        {spans.length === 0 && (
          <p className={styles.empty}>
            {isTouch
              ? t`No spans yet. Tap a name in the text, then choose a label.`
              : tNodes`No spans yet. Click a name in the text and press ${<kbd>1</kbd>}.`}
          </p>
        )}
        {spans.length > 0 && shown.length === 0 && <p className={styles.empty}>{t`All labels are hidden.`}</p>}
      </div>
    </section>
  );
}

function withoutHidden(spans: readonly Span[], hidden: ReadonlySet<LabelId>): readonly Span[] {
  return hidden.size === 0 ? spans : spans.filter(({ label }) => !hidden.has(label));
}

function List(props: HTMLAttributes<HTMLUListElement>) {
  return <ul aria-label={t`Spans`} className={styles.list} {...props} />;
}

function Row(props: LiHTMLAttributes<HTMLLIElement>) {
  return <li className={styles.row} {...props} />;
}

/** A row of a list that is not whole in the page: it says which of how many it is. */
function PlacedRow({ index, ...props }: LiHTMLAttributes<HTMLLIElement> & { readonly index: number }) {
  return <Row aria-posinset={index + 1} aria-setsize={use(Length)} {...props} />;
}

/** Scrolls the box, and nothing around it, as far as it takes: a page that moved would put a second click elsewhere. */
function bringIntoView(box: HTMLElement, selector: string): void {
  const item = box.querySelector(selector)?.getBoundingClientRect();
  if (!item) return;
  const { top, bottom } = box.getBoundingClientRect();
  if (item.top < top) box.scrollTop -= top - item.top;
  else if (item.bottom > bottom) box.scrollTop += Math.min(item.bottom - bottom, item.top - top);
}

/** A row that was far away comes into the page a frame or two after the list was scrolled to it. */
async function focusWhenThere(box: HTMLElement, id: SpanId): Promise<void> {
  for (let frame = 0; frame < 60; frame += 1) {
    const item = [...box.querySelectorAll<HTMLElement>('[data-item]')].find((each) => each.dataset['item'] === id);
    // The list has scrolled to it; the browser would scroll once more, before it is at its place.
    item?.focus({ preventScroll: true });
    // A row that has not been measured yet is hidden, and takes no focus.
    if (item && document.activeElement === item) return;
    await new Promise(requestAnimationFrame);
  }
}
