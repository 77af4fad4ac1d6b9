import { createTextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { COLORS } from '../page/corpus.js';
import { putParagraphs } from './dom.js';

const toCore = ({ id, label, start, end, text }) => ({
  id,
  bodies: [{ id: `${id}-b`, annotation: id, purpose: 'tagging', value: label }],
  target: { annotation: id, created: new Date(0), selector: [{ start, end, quote: text }] },
});

const style = ({ bodies }) => ({ fill: COLORS[bodies[0].value], fillOpacity: 0.4 });

/** Calls `tell` whenever the component has drawn: it does so some time after a change, and says so in different ways. */
function hearDrawing(renderer, annotator, tell) {
  if (annotator.renderer?.on) {
    annotator.renderer.on('onRedraw', tell);
  } else if (renderer === 'CANVAS') {
    const canvas = CanvasRenderingContext2D.prototype;
    const clear = canvas.clearRect;
    canvas.clearRect = function (...area) {
      clear.apply(this, area);
      queueMicrotask(tell);
    };
  } else {
    new MutationObserver(tell).observe(document, { subtree: true, childList: true });
  }
}

export const make = (renderer, create = createTextAnnotator) => ({
  async mount(box, text, annotations) {
    putParagraphs(box, text);
    const annotator = create(box, { renderer, style });
    const { store } = annotator.state;
    let drawn = () => {};
    hearDrawing(renderer, annotator, () => drawn());
    const redrawAfter = (change) => {
      const redraw = new Promise((resolve) => {
        drawn = resolve;
      });
      change();
      return redraw;
    };
    await redrawAfter(() => store.bulkAddAnnotations(annotations.map(toCore), true, 'REMOTE'));
    return {
      add: (annotation) => redrawAfter(() => store.addAnnotation(toCore(annotation))),
      remove: (id) => redrawAfter(() => store.deleteAnnotation(id)),
      at: (x, y) => {
        const { x: left, y: top } = box.getBoundingClientRect();
        return (store.getAt(x - left, y - top, true) || []).map(({ id }) => id);
      },
      shown: () => store.all().length,
    };
  },
});
