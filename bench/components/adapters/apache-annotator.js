import { createTextPositionSelectorMatcher, highlightText } from '@apache-annotator/dom';
import { marksAt, putParagraphs } from './dom.js';

export const make = () => ({
  async mount(box, text, annotations) {
    putParagraphs(box, text);
    const undo = new Map();
    const add = async ({ id, label, start, end }) => {
      const find = createTextPositionSelectorMatcher({ type: 'TextPositionSelector', start, end });
      for await (const range of find(box)) {
        undo.set(id, highlightText(range, 'mark', { class: `hl-${label}`, 'data-id': id }));
      }
    };
    for (const annotation of annotations) await add(annotation);
    return {
      add,
      remove: (id) => {
        undo.get(id)();
        undo.delete(id);
      },
      at: marksAt('mark', (mark) => mark.dataset.id),
      shown: () => undo.size,
    };
  },
});
