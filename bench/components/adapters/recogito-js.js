import '@recogito/recogito-js/dist/recogito.min.css';
import { marksAt, putParagraphs } from './dom.js';

const toW3c = ({ id, label, text, start, end }) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `#${id}`,
  type: 'Annotation',
  body: [{ type: 'TextualBody', purpose: 'tagging', value: label }],
  target: {
    selector: [
      { type: 'TextQuoteSelector', exact: text },
      { type: 'TextPositionSelector', start, end },
    ],
  },
});

export const make = () => ({
  async mount(box, text, annotations) {
    const content = document.createElement('div');
    box.append(content);
    putParagraphs(content, text);
    const formatter = ({ underlying }) => `hl-${underlying.body[0].value}`;
    const recogito = Recogito.init({ content, mode: 'pre', disableEditor: true, formatter });
    await recogito.setAnnotations(annotations.map(toW3c));
    return {
      add: (annotation) => recogito.addAnnotation(toW3c(annotation)),
      remove: (id) => recogito.removeAnnotation(toW3c({ id, label: 'claim' })),
      at: marksAt('.r6o-annotation', (mark) => mark.dataset.id),
      shown: () => document.querySelectorAll('.r6o-annotation').length,
    };
  },
});
