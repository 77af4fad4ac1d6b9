import Highlighter from 'web-highlighter';
import { marksAt, paragraphAt, putParagraphs } from './dom.js';

export const make = () => ({
  async mount(box, text, annotations) {
    const paragraphs = putParagraphs(box, text);
    const highlighter = new Highlighter({ $root: box, wrapTag: 'mark' });
    const add = ({ id, label, start, end, text: words }) => {
      const parentIndex = paragraphAt(paragraphs, start);
      const place = (offset) => ({
        parentTagName: 'P',
        parentIndex,
        textOffset: offset - paragraphs[parentIndex].start,
      });
      highlighter.fromStore(place(start), place(end), words, id);
      highlighter.addClass(`hl-${label}`, id);
    };
    annotations.forEach(add);
    return {
      add,
      remove: (id) => highlighter.remove(id),
      at: marksAt('mark', (mark) => mark.dataset.highlightId),
      shown: () => document.querySelectorAll('mark').length,
    };
  },
});
