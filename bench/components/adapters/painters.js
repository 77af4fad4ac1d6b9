/** Three ways to show the annotations of a paragraph: not at all, as CSS highlights, or as mark elements. */
import { LABELS } from '../page/corpus.js';
import { classOf, segments } from './model.js';

const LANES = 5;

/** Plain text: the floor. */
export function noPainter(model) {
  return {
    fill: (element, index) => {
      element.textContent = model.textOf(index);
    },
    paint: () => {},
    unpaint: () => {},
    at: () => [],
    shown: () => 0,
  };
}

/** Elements around the pieces that overlapping annotations cut the paragraph into. */
export function markPainter(model) {
  const fill = (element, index) => {
    const { start, end } = model.paragraphs[index];
    const pieces = segments(start, end, model.buckets[index]).map((piece) => {
      const words = model.text.slice(piece.start, piece.end);
      if (piece.annotations.length === 0) return words;
      const mark = document.createElement('mark');
      mark.className = classOf(piece.annotations);
      mark.dataset.ids = piece.annotations.map(({ id }) => id).join(' ');
      mark.textContent = words;
      return mark;
    });
    element.replaceChildren(...pieces);
  };
  return {
    fill,
    paint: () => {},
    unpaint: () => {},
    refill: fill,
    at: (x, y) => document.elementFromPoint(x, y)?.closest('mark')?.dataset.ids.split(' ') ?? [],
    shown: () => document.querySelectorAll('mark').length,
  };
}

/**
 * CSS highlights: one per label, or with `lanes` one per label and lane, where each annotation of a paragraph gets the first
 * lane that is free, the longest first.
 */
export function highlightPainter(model, { lanes }) {
  const names = lanes ? LABELS.flatMap((label) => Array.from({ length: LANES }, (_, i) => `${label}-${i}`)) : LABELS;
  const highlights = new Map(names.map((name) => [name, new Highlight()]));
  for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
  /** By annotation, the highlight that it is in and its range there. */
  const drawn = new Map();

  const show = (element, index, { id, start, end }, name) => {
    const node = element.firstChild;
    const from = model.paragraphs[index].start;
    const startOffset = start - from;
    const endOffset = Math.min(end - from, node.length);
    const range = new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
    highlights.get(name).add(range);
    drawn.set(id, { name, range });
  };
  const paint = (element, index) => {
    const ends = Array.from({ length: LANES }, () => []);
    const longestFirst = lanes
      ? model.buckets[index].toSorted((a, b) => b.end - b.start - (a.end - a.start))
      : model.buckets[index];
    for (const annotation of longestFirst) {
      let lane = ends.findIndex((all) => all.every((o) => o.end <= annotation.start || annotation.end <= o.start));
      if (lane < 0) lane = LANES - 1;
      ends[lane].push(annotation);
      show(element, index, annotation, lanes ? `${annotation.label}-${lane}` : annotation.label);
    }
  };
  const unpaint = (_, index, ids = model.buckets[index].map(({ id }) => id)) => {
    for (const id of ids) {
      const place = drawn.get(id);
      if (place) highlights.get(place.name).delete(place.range);
      drawn.delete(id);
    }
  };
  return {
    fill: (element, index) => {
      element.textContent = model.textOf(index);
    },
    paint,
    unpaint,
    at: (x, y) => {
      const caret = document.caretPositionFromPoint(x, y);
      const element = caret?.offsetNode.parentElement?.closest('p');
      return element ? model.hit(Number(element.dataset.i), caret.offset) : [];
    },
    shown: () => drawn.size,
  };
}
