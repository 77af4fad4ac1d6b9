/** Helpers for components that decorate paragraphs that are there already. */
import { paragraphsOf } from '../page/corpus.js';

/** Puts one element per paragraph into the box; their text together is the corpus text. */
export function putParagraphs(box, text) {
  const paragraphs = paragraphsOf(text);
  const made = paragraphs.map(({ start, end }, i) => {
    const element = document.createElement('p');
    element.textContent = text.slice(start, paragraphs[i + 1]?.start ?? end);
    return element;
  });
  box.append(...made);
  return paragraphs;
}

/** Index of the paragraph that holds the offset. */
export function paragraphAt(paragraphs, offset) {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (paragraphs[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Hit-testing of marks in the tree: what `idOf` says of each mark around the point, the innermost first. */
export function marksAt(selector, idOf) {
  return (x, y) => {
    const found = [];
    let mark = document.elementFromPoint(x, y)?.closest(selector);
    for (; mark; mark = mark.parentElement?.closest(selector)) found.push(idOf(mark));
    return found;
  };
}

/** For components that tell nobody when they are done. */
export async function until(test, limit = 58000) {
  const start = performance.now();
  while (!test()) {
    if (performance.now() - start > limit) throw new Error('not shown');
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
