import {
  createContext,
  type LiHTMLAttributes,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactElement;
  /** The box that scrolls; the list fills it. */
  readonly className?: string | undefined;
  /** The key of the item to scroll to, at first and whenever it is another one or its list is read. */
  readonly current?: string;
}

/** Lists longer than this keep only the items near the viewport in the page, and those around the focus. */
const WHOLE = 200;

const Length = createContext(0);

/** A list in a box of its own that scrolls, for any number of items. */
export function LongList<Item>({ items, keyOf, children, className, current }: LongListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useRef<VirtualizerHandle>(null);
  const isLong = items.length > WHOLE;
  const [focused, setFocused] = useState(-1);
  const place = useMemo(
    () => (current === undefined ? -1 : items.findIndex((item) => keyOf(item) === current)),
    [items, keyOf, current],
  );
  const isThere = place >= 0;
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  useEffect(() => {
    if (!isThere) return;
    if (isLong) rows.current?.scrollToIndex(latest.current, { align: 'nearest' });
    else if (box.current) bringIntoView(box.current, box.current.querySelector('[data-current]'));
    // Only another item moves the list, not one whose place has changed.
  }, [current, isThere, isLong]);
  // Whoever tabs on from the focus finds the next one.
  const staying = useMemo(
    () => [focused - 1, focused, focused + 1].filter((index) => focused >= 0 && index >= 0 && index < items.length),
    [focused, items.length],
  );
  return (
    <div
      ref={box}
      className={className}
      onFocus={({ target }) => {
        setFocused(Number(target.closest('[aria-posinset]')?.getAttribute('aria-posinset') ?? 0) - 1);
      }}
    >
      {isLong ? (
        <Length value={items.length}>
          <Virtualizer ref={rows} as="ul" item={Row} data={items} keepMounted={staying}>
            {(item: Item) => <Keyed key={keyOf(item)}>{children(item)}</Keyed>}
          </Virtualizer>
        </Length>
      ) : (
        <ul>
          {items.map((item, index) => (
            <li key={keyOf(item)} data-current={index === place ? '' : undefined}>
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Keyed({ children }: { readonly children: ReactNode }) {
  return children;
}

/** An item of a list that is not whole: it says which of how many it is. */
function Row({ index, ...rest }: LiHTMLAttributes<HTMLLIElement> & { readonly index: number }) {
  return <li aria-posinset={index + 1} aria-setsize={use(Length)} {...rest} />;
}

/** Scrolls the box, and nothing around it, as far as it takes. */
function bringIntoView(box: HTMLElement, item: Element | null): void {
  if (!item) return;
  const { top, bottom } = box.getBoundingClientRect();
  const place = item.getBoundingClientRect();
  if (place.top < top) box.scrollTop -= top - place.top;
  else if (place.bottom > bottom) box.scrollTop += Math.min(place.bottom - bottom, place.top - top);
}
