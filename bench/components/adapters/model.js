/** What the baselines share: annotations by paragraph, and the pieces that overlapping annotations cut a paragraph into. */
import { paragraphsOf } from '../page/corpus.js';
import { paragraphAt } from './dom.js';

export class Model {
  constructor(text, annotations) {
    this.text = text;
    this.paragraphs = paragraphsOf(text);
    this.buckets = this.paragraphs.map(() => []);
    this.places = new Map();
    let index = 0;
    // Annotations come in the order of the text.
    for (const annotation of annotations) {
      while (annotation.start >= (this.paragraphs[index + 1]?.start ?? Infinity)) index += 1;
      this.buckets[index].push(annotation);
      this.places.set(annotation.id, index);
    }
  }

  at(offset) {
    return paragraphAt(this.paragraphs, offset);
  }

  /** Gives back the index of the paragraph that changed, as `remove` does. */
  add(annotation) {
    const index = this.at(annotation.start);
    this.buckets[index] = [...this.buckets[index], annotation];
    this.places.set(annotation.id, index);
    return index;
  }

  remove(id) {
    const index = this.places.get(id);
    this.buckets[index] = this.buckets[index].filter((annotation) => annotation.id !== id);
    this.places.delete(id);
    return index;
  }

  textOf(index) {
    const { start, end } = this.paragraphs[index];
    return this.text.slice(start, end);
  }

  /** The annotations at an offset of a paragraph. */
  hit(index, offset) {
    const at = this.paragraphs[index].start + offset;
    return this.buckets[index].filter(({ start, end }) => start <= at && at < end);
  }
}

/** Pieces that do not overlap, in order, each with the annotations that cover it; without any it is plain text. */
export function segments(start, end, annotations) {
  if (annotations.length === 0) return [{ start, end, annotations }];
  const cuts = new Set([start, end]);
  for (const annotation of annotations) {
    cuts.add(Math.max(start, annotation.start));
    cuts.add(Math.min(end, annotation.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const sorted = annotations.toSorted((a, b) => a.start - b.start);
  const pieces = [];
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i += 1) {
    active = active.filter((annotation) => annotation.end > edges[i]);
    for (; next < sorted.length && sorted[next].start <= edges[i]; next += 1) active.push(sorted[next]);
    pieces.push({ start: edges[i], end: edges[i + 1], annotations: [...active] });
  }
  return pieces;
}

/** The class that draws a piece under these annotations. */
export function classOf(annotations) {
  return [...new Set(annotations.map(({ label }) => `hl-${label}`))].join(' ');
}

/** Height of a paragraph of so many code units before it was laid out: 88 in a line of 26 px, and a gap of 16 px. */
export function estimatedHeight(length) {
  return Math.ceil(length / 88) * 26 + 16;
}
