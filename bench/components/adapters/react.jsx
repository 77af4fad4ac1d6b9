/**
 * Baselines in React: memoised sections of 16 paragraphs with content-visibility. With `highlights` the annotations near
 * the viewport are CSS highlights, otherwise all are elements.
 */
import { memo, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { LABELS } from '../page/corpus.js';
import { classOf, estimatedHeight, Model, segments } from './model.js';

const SECTION = 16;
const ignore = () => {};

const MarkedParagraph = memo(({ text, start, end, annotations, index }) => (
  <p data-i={index}>
    {segments(start, end, annotations).map((piece) => (
      <span
        key={piece.start}
        className={classOf(piece.annotations) || undefined}
        data-ids={piece.annotations.map(({ id }) => id).join(' ') || undefined}
        onClick={ignore}
      >
        {text.slice(piece.start, piece.end)}
      </span>
    ))}
  </p>
));

/** `highlights` by label; `observe` tells the element whether it is near the viewport. */
function makeHighlightedParagraph(highlights, observe) {
  return memo(({ text, start, end, annotations, index }) => {
    const element = useRef();
    const isNear = useRef(false);
    const drawn = useRef([]);
    const paint = () => {
      for (const [label, range] of drawn.current) highlights.get(label).delete(range);
      const node = element.current.firstChild;
      drawn.current = (isNear.current ? annotations : []).map((annotation) => {
        const startOffset = annotation.start - start;
        const endOffset = Math.min(annotation.end, end) - start;
        const range = new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
        highlights.get(annotation.label).add(range);
        return [annotation.label, range];
      });
    };
    const latest = useRef(paint);
    latest.current = paint;
    useLayoutEffect(() => {
      if (isNear.current) latest.current();
    }, [annotations]);
    useLayoutEffect(() => {
      observe(element.current, (near) => {
        isNear.current = near;
        latest.current();
      });
    }, []);
    return (
      <p ref={element} data-i={index}>
        {text.slice(start, end)}
      </p>
    );
  });
}

function heightOf(paragraphs) {
  return paragraphs.reduce((sum, { start, end }) => sum + estimatedHeight(end - start), 0);
}

const Section = memo(({ Paragraph, model, from, buckets }) => {
  const paragraphs = model.paragraphs.slice(from, from + buckets.length);
  return (
    <section className="cv" style={{ containIntrinsicBlockSize: `auto ${heightOf(paragraphs)}px` }}>
      {paragraphs.map(({ start, end }, k) => (
        <Paragraph key={start} index={from + k} text={model.text} start={start} end={end} annotations={buckets[k]} />
      ))}
    </section>
  );
});

/** One observer for all paragraphs; `seen` resolves when it has told for the first time. */
function watchNear(root) {
  const listeners = new Map();
  let observe;
  const seen = new Promise((resolve) => {
    const hear = (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)(isIntersecting);
      resolve();
    };
    const observer = new IntersectionObserver(hear, { root, rootMargin: '400px' });
    observe = (element, tell) => {
      listeners.set(element, tell);
      observer.observe(element);
    };
  });
  return { observe, seen };
}

export const make = ({ highlights = false }) => ({
  async mount(box, text, annotations) {
    const model = new Model(text, annotations);
    const registry = new Map(LABELS.map((label) => [label, new Highlight()]));
    const near = highlights ? watchNear(box.parentElement) : undefined;
    if (near) for (const [label, highlight] of registry) CSS.highlights.set(label, highlight);
    const Paragraph = near ? makeHighlightedParagraph(registry, near.observe) : MarkedParagraph;
    const partOf = (k) => model.buckets.slice(k * SECTION, (k + 1) * SECTION);
    const count = Math.ceil(model.paragraphs.length / SECTION);
    let set;
    const App = () => {
      const [parts, setParts] = useState(() => Array.from({ length: count }, (_, k) => partOf(k)));
      set = setParts;
      return parts.map((buckets, k) => (
        <Section key={k} Paragraph={Paragraph} model={model} from={k * SECTION} buckets={buckets} />
      ));
    };
    flushSync(() => createRoot(box).render(<App />));
    await near?.seen;
    const redraw = (index) => {
      const changed = Math.floor(index / SECTION);
      flushSync(() => set((parts) => parts.with(changed, partOf(changed))));
    };
    return {
      add: (annotation) => redraw(model.add(annotation)),
      remove: (id) => redraw(model.remove(id)),
      at: (x, y) => {
        if (!near) return document.elementFromPoint(x, y)?.closest('[data-ids]')?.dataset.ids.split(' ') ?? [];
        const caret = document.caretPositionFromPoint(x, y);
        const element = caret?.offsetNode.parentElement?.closest('p');
        return element ? model.hit(Number(element.dataset.i), caret.offset) : [];
      },
      shown: () =>
        near
          ? [...registry.values()].reduce((sum, { size }) => sum + size, 0)
          : document.querySelectorAll('[data-ids]').length,
      reveal: (offset) => document.querySelectorAll('#content p')[model.at(offset)].scrollIntoView({ block: 'start' }),
    };
  },
});
