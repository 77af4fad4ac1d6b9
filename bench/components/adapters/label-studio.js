import { COLORS, LABELS } from '../page/corpus.js';
import { marksAt, until } from './dom.js';

const CONFIG = `<View><Labels name="label" toName="text">${LABELS.map((label) => `<Label value="${label}" background="${COLORS[label]}"/>`).join('')}</Labels><Text name="text" value="$text" granularity="symbol"/></View>`;

const toResult = ({ id, start, end, text, label }) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text, labels: [label] },
});

/** `interfaces` are the parts of its screen that are shown. */
export const make = (interfaces) => ({
  async mount(box, text, annotations) {
    box.style.width = '1200px';
    const element = document.createElement('div');
    element.id = 'label-studio';
    box.append(element);
    const task = {
      id: 1,
      data: { text },
      annotations: [{ id: 1, result: annotations.map(toResult) }],
      predictions: [],
    };
    let studio;
    await new Promise((resolve) => {
      studio = new LabelStudio('label-studio', {
        config: CONFIG,
        interfaces,
        user: { pk: 1, firstName: 'A', lastName: 'B' },
        task,
        onLabelStudioLoad: resolve,
      });
    });
    const live = box.getElementsByClassName('htx-highlight');
    await until(() => live.length > 0 && live.length >= annotations.length);
    const made = new Map();
    const store = () => (studio.store || window.Htx).annotationStore.selected;
    return {
      add: async (annotation) => {
        const before = live.length;
        store().appendResults([toResult(annotation)]);
        store().updateObjects();
        made.set(annotation.id, store().regionStore.regions.at(-1));
        await until(() => live.length > before, 15000);
      },
      remove: async (id) => {
        const before = live.length;
        store().deleteRegion(made.get(id));
        await until(() => live.length < before, 15000);
      },
      at: marksAt('.htx-highlight', (mark) => mark.className),
      shown: () => live.length,
    };
  },
});
