import { type Span } from '#core/spans/span.ts';
import { type TextLayout } from './text-layout.ts';
import { linkPath, type LinkPath } from './link-path.ts';
import styles from './link-arrows.module.css';
import { type Box, outlineOf } from './text-geometry.ts';

/** A link of the selected span as the text shows it. */
export interface ShownLink {
  readonly id: string;
  readonly from: Span;
  readonly to: Span;
}

/** An arrow with its place. */
export interface DrawnArrow extends LinkPath {
  readonly id: string;
  /** The boxes of the span at the other end, to be outlined. */
  readonly boxes: readonly Box[];
}

/** More arrows than this say nothing any more; the side panel lists all links. */
const MOST = 12;

/** Pixels between arrows that run along the margin. */
const LANE = 4;

/** Measures the arrows of the selected span's links, each in its own lane of the margin. */
export function arrowsOf(
  container: HTMLElement,
  layout: TextLayout,
  links: readonly ShownLink[],
  selected: Span | undefined,
): readonly DrawnArrow[] {
  if (links.length === 0) return [];
  const isRightToLeft = getComputedStyle(container).direction === 'rtl';
  const edge = isRightToLeft ? 0 : container.clientWidth;
  const boxesOf = (span: Span): readonly Box[] => span.ranges.flatMap((range) => outlineOf(container, layout, range));
  return links.slice(0, MOST).flatMap(({ id, from, to }, index) => {
    const inward = 4 + (index % 5) * LANE;
    const [source, target] = [boxesOf(from), boxesOf(to)];
    const path = linkPath(source, target, isRightToLeft ? edge + inward : edge - inward, isRightToLeft);
    return path ? [{ ...path, id, boxes: to.id === selected?.id ? source : target }] : [];
  });
}

/** The links of the selected span as arrows that run between the lines and along the margin. Assistive technology has them in words beside the text. */
export function LinkArrows({ arrows }: { readonly arrows: readonly DrawnArrow[] }) {
  if (arrows.length === 0) return null;
  return (
    <>
      {arrows.map(({ id, boxes }) =>
        boxes.map((box) => (
          <span key={`${id} ${box.left} ${box.top}`} className={styles.end} style={box} aria-hidden="true" />
        )),
      )}
      <svg className={styles.arrows} aria-hidden="true">
        {arrows.map(({ id, line, head: { x, y } }) => (
          <g key={id} data-link={id}>
            <path d={line} className={styles.line} />
            <path d={`M ${x - 4} ${y + 6} L ${x} ${y} L ${x + 4} ${y + 6} Z`} className={styles.head} />
          </g>
        ))}
      </svg>
    </>
  );
}
