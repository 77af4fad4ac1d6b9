import Vue from 'vue';
import VAnnotator from 'v-annotator/dist/v-annotator.umd.js';
import 'v-annotator/dist/v-annotator.css';
import { COLORS, LABELS } from '../page/corpus.js';
import { until } from './dom.js';

export const make = () => ({
  async mount(box, text, annotations) {
    Vue.config.productionTip = false;
    Vue.config.devtools = false;
    const element = document.createElement('div');
    box.append(element);
    const numbers = new Map();
    const toEntity = ({ id, label, start, end }) => {
      numbers.set(id, numbers.size + 1);
      return { id: numbers.get(id), label: LABELS.indexOf(label) + 1, startOffset: start, endOffset: end };
    };
    const entityLabels = LABELS.map((label, i) => ({ id: i + 1, text: label, backgroundColor: COLORS[label] }));
    const view = new Vue({
      data: { entities: annotations.map(toEntity) },
      render(create) {
        const { entities } = this;
        const fixed = { text, entityLabels, relations: [], relationLabels: [] };
        const props = { ...fixed, entities, allowOverlapping: true, graphemeMode: false };
        return create(VAnnotator.default || VAnnotator, { props });
      },
    }).$mount(element);
    const shapes = () => box.querySelectorAll('svg line, svg rect, svg circle').length;
    await until(() => shapes() > 0);
    const update = async (entities) => {
      view.entities = entities;
      await Vue.nextTick();
      await Vue.nextTick();
    };
    return {
      add: (annotation) => update([...view.entities, toEntity(annotation)]),
      remove: (id) => update(view.entities.filter((entity) => entity.id !== numbers.get(id))),
      shown: shapes,
    };
  },
});
