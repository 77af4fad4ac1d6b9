import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { COLORS } from '../page/corpus.js';
import { marksAt } from './dom.js';

const toSpan = ({ id, label, start, end, text }) => ({ id, start, end, text, tag: label, color: COLORS[label] });

/** For react-text-annotate, which draws the text under overlaps twice, and its offspring, which does not. */
export const make = (Component) => ({
  async mount(box, text, annotations) {
    let value = annotations.map(toSpan);
    let set;
    const App = () => {
      const [spans, setSpans] = useState(value);
      set = setSpans;
      return <Component content={text} value={spans} onChange={setSpans} style={{ whiteSpace: 'pre-wrap' }} />;
    };
    flushSync(() => createRoot(box).render(<App />));
    const put = (spans) => {
      value = spans;
      flushSync(() => set(spans));
    };
    return {
      add: (annotation) => put([...value, toSpan(annotation)]),
      remove: (id) => put(value.filter((span) => span.id !== id)),
      at: marksAt('mark', (mark) => mark.dataset.start),
      shown: () => document.querySelectorAll('mark').length,
    };
  },
});
