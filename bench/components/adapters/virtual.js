/** Keeps only the paragraphs near the viewport in the page, between two boxes as tall as what is missing. */
import { estimatedHeight } from './model.js';

/** How far beyond the viewport, in pixels. */
const MARGIN = 400;

/** Heights are estimated and never corrected. Gives back how to go to an offset. */
export function virtualParagraphs({ box, model, painter, elements, create }) {
  const view = box.parentElement;
  const count = model.paragraphs.length;
  const tops = [0];
  for (const { start, end } of model.paragraphs) tops.push(tops.at(-1) + estimatedHeight(end - start));
  const [before, after] = [document.createElement('div'), document.createElement('div')];
  box.append(before, after);
  let [from, to] = [0, 0];

  const firstBelow = (y) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1] <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const drop = (index) => {
    painter.unpaint(elements[index], index);
    elements[index].remove();
    elements[index] = undefined;
  };
  const sync = () => {
    const first = firstBelow(Math.max(0, view.scrollTop - MARGIN));
    const end = Math.min(count, firstBelow(view.scrollTop + view.clientHeight + MARGIN) + 1);
    if (first === from && end === to) return;
    for (let i = from; i < to; i += 1) if (i < first || i >= end) drop(i);
    const kept = elements[Math.max(first, from)];
    const keptFrom = kept ? Math.max(first, from) : end;
    const fresh = [];
    for (let i = first; i < end; i += 1) if (!elements[i]) fresh.push(i);
    const made = fresh.map((i) => [i, create(i)]);
    (kept ?? after).before(...made.filter(([i]) => i < keptFrom).map(([, element]) => element));
    after.before(...made.filter(([i]) => i >= keptFrom).map(([, element]) => element));
    for (const i of fresh) painter.paint(elements[i], i);
    before.style.height = `${tops[first]}px`;
    after.style.height = `${tops[count] - tops[end]}px`;
    [from, to] = [first, end];
  };
  view.addEventListener('scroll', sync, { passive: true });
  sync();
  return (offset) => {
    view.scrollTop = tops[model.at(offset)];
    sync();
  };
}
