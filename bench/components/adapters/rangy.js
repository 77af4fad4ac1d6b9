import rangy from 'rangy/lib/rangy-core';
import 'rangy/lib/rangy-classapplier';
import 'rangy/lib/rangy-highlighter';
import { LABELS } from '../page/corpus.js';
import { marksAt, putParagraphs } from './dom.js';

export const make = () => ({
  async mount(box, text, annotations) {
    putParagraphs(box, text);
    rangy.init();
    const highlighter = rangy.createHighlighter(document);
    for (const label of LABELS) {
      const look = { ignoreWhiteSpace: false, tagNames: ['span'] };
      highlighter.addClassApplier(rangy.createClassApplier(`hl-${label}`, look));
    }
    const rows = annotations.map(({ start, end, label }, i) => [start, end, i + 1, `hl-${label}`, 'content'].join('$'));
    highlighter.deserialize(`type:textContent|${rows.join('|')}`);
    // The class of its ranges is not exported.
    const proto = Object.getPrototypeOf(highlighter.highlights[0].characterRange);
    const made = new Map();
    return {
      add: ({ id, label, start, end }) => {
        const range = Object.assign(Object.create(proto), { start, end });
        const where = { containerElementId: 'content', exclusive: false };
        made.set(id, highlighter.highlightCharacterRanges(`hl-${label}`, [range], where));
      },
      remove: (id) => {
        highlighter.removeHighlights(made.get(id));
      },
      at: marksAt('[class^="hl-"]', (mark) => mark.className),
      shown: () => highlighter.highlights.length,
    };
  },
});
