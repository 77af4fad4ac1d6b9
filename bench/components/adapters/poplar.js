import { Action, Annotator } from 'poplar-annotation';
import { COLORS, LABELS } from '../page/corpus.js';

/** Removing is not measured: the package gives no id for what it made. */
export const make = () => ({
  async mount(box, text, annotations) {
    const element = document.createElement('div');
    box.append(element);
    const category = (label) => LABELS.indexOf(label);
    const content = {
      content: text,
      labelCategories: LABELS.map((label, id) => ({ id, text: label, color: COLORS[label], borderColor: '#888' })),
      labels: annotations.map(({ label, start, end }, id) => ({
        id,
        categoryId: category(label),
        startIndex: start,
        endIndex: end,
      })),
      connectionCategories: [],
      connections: [],
    };
    const annotator = new Annotator(content, element, { allowMultipleLabel: 'allowed' });
    return {
      add: ({ label, start, end }) => annotator.applyAction(Action.Label.Create(category(label), start, end)),
      shown: () => element.querySelectorAll('svg path, svg rect').length,
    };
  },
});
