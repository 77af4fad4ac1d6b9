/**
 * Baselines without a framework: what the browser can do at best. `paint` is none, highlights or marks; with `sections` the
 * paragraphs lie in sections of 16 with content-visibility; with `near` only those near the viewport are painted; with
 * `virtual` only those near the viewport are in the page at all.
 */
import { estimatedHeight, Model } from './model.js';
import { highlightPainter, markPainter, noPainter } from './painters.js';
import { virtualParagraphs } from './virtual.js';

const PAINTERS = { none: noPainter, highlights: highlightPainter, marks: markPainter };
const SECTION = 16;

export const make = ({ paint, sections = false, near = false, virtual = false, lanes = false }) => ({
  async mount(box, text, annotations) {
    const model = new Model(text, annotations);
    const painter = PAINTERS[paint](model, { lanes });
    const elements = model.paragraphs.map(() => undefined);
    const create = (index) => {
      const element = document.createElement('p');
      element.dataset.i = index;
      elements[index] = element;
      painter.fill(element, index);
      return element;
    };
    const page = { box, model, painter, elements, create };
    const reveal = virtual ? virtualParagraphs(page) : await allParagraphs(page, { sections, near });
    return {
      add: (annotation) => {
        const index = model.at(annotation.start);
        if (elements[index]) painter.unpaint(elements[index], index);
        model.add(annotation);
        draw(page, index);
      },
      remove: (id) => {
        const index = model.places.get(id);
        if (elements[index]) painter.unpaint(elements[index], index);
        model.remove(id);
        draw(page, index);
      },
      at: painter.at,
      shown: painter.shown,
      reveal,
    };
  },
});

/** Draws a paragraph after its annotations changed. */
function draw({ painter, elements }, index) {
  const element = elements[index];
  if (!element) return;
  painter.refill?.(element, index);
  painter.paint(element, index);
}

/** Puts every paragraph into the page; gives back how to go to an offset. */
async function allParagraphs({ box, model, painter, elements, create }, { sections, near }) {
  const step = sections ? SECTION : 1;
  const units = [];
  for (let from = 0; from < model.paragraphs.length; from += step) {
    const made = model.paragraphs.slice(from, from + step).map((_, k) => create(from + k));
    units.push({ from, to: from + made.length, element: sections ? sectionOf(made, model, from) : made[0] });
  }
  box.append(...units.map(({ element }) => element));
  const paintUnit = ({ from, to }, isNear) => {
    for (let i = from; i < to; i += 1) (isNear ? painter.paint : painter.unpaint)(elements[i], i);
  };
  if (near) await whenNear(box.parentElement, units, paintUnit);
  else for (const unit of units) paintUnit(unit, true);
  return (offset) => elements[model.at(offset)].scrollIntoView({ block: 'start' });
}

function sectionOf(paragraphs, model, from) {
  const section = document.createElement('section');
  const heights = paragraphs.map((_, k) => {
    const { start, end } = model.paragraphs[from + k];
    return estimatedHeight(end - start);
  });
  section.className = 'cv';
  section.style.containIntrinsicBlockSize = `auto ${heights.reduce((sum, height) => sum + height, 0)}px`;
  section.append(...paragraphs);
  return section;
}

/** Tells which units come near the viewport and which leave it; resolves when it has told so for the first time. */
function whenNear(root, units, tell) {
  const byElement = new Map(units.map((unit) => [unit.element, unit]));
  return new Promise((resolve) => {
    const hear = (entries) => {
      for (const { target, isIntersecting } of entries) tell(byElement.get(target), isIntersecting);
      resolve();
    };
    const observer = new IntersectionObserver(hear, { root, rootMargin: '400px' });
    for (const { element } of units) observer.observe(element);
  });
}
