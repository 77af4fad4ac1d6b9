/**
 * Everything that is measured beside Spanmark. `code` is a module that must set `window.adapter`; `scripts` and `styles` are
 * files that a component ships ready-made, as paths of bench/.
 *
 * @typedef {object} Peer
 * @property {'baseline' | 'component' | 'spanmark'} kind
 * @property {string} about what it is, in a few words
 * @property {boolean} overlaps whether it shows annotations that overlap as they are
 * @property {string} [code]
 * @property {readonly string[]} [scripts]
 * @property {readonly string[]} [styles]
 * @property {string} [page] of Spanmark: its page in bench/spanmark
 */

/** @type {(module: string, argument?: unknown) => string} */
const adapter = (module, argument) =>
  `import { make } from './components/adapters/${module}'; window.adapter = make(${argument === undefined ? '' : JSON.stringify(argument)});`;

/** @type {(about: string, module: string, argument: unknown) => Peer} */
const baseline = (about, module, argument) => ({
  kind: 'baseline',
  about,
  overlaps: true,
  code: adapter(module, argument),
});

/** @type {(about: string, code: string, more?: Partial<Peer>) => Peer} */
const component = (about, code, more) => ({ kind: 'component', about, overlaps: true, code, ...more });

/** @type {(about: string, page: string) => Peer} */
const spanmark = (about, page) => ({ kind: 'spanmark', about, overlaps: true, page });

const OLD_RECOGITO =
  './node_modules/@recogito/react-text-annotator/node_modules/@recogito/text-annotator/dist/text-annotator';
const LABEL_STUDIO = 'node_modules/@heartexlabs/label-studio/build/static';
const labelStudio = {
  scripts: [`${LABEL_STUDIO}/js/main.js`],
  styles: [`${LABEL_STUDIO}/css/main.css`],
};

/** @type {Readonly<Record<string, Peer>>} */
export const PEERS = {
  'plain-text': baseline('paragraphs without annotations: what ratios are taken to', 'baselines.js', { paint: 'none' }),
  'plain-text-cv16': baseline('the same in sections with content-visibility', 'baselines.js', {
    paint: 'none',
    sections: true,
  }),
  'css-hl-window-cv16': baseline('highlights near the viewport, sections', 'baselines.js', {
    paint: 'highlights',
    sections: true,
    near: true,
    lanes: true,
  }),
  'css-hl-virtual': baseline('highlights, only paragraphs near the viewport exist', 'baselines.js', {
    paint: 'highlights',
    virtual: true,
  }),
  'marks-cv16': baseline('mark elements, sections', 'baselines.js', { paint: 'marks', sections: true }),
  'marks-virtual': baseline('mark elements, only paragraphs near the viewport exist', 'baselines.js', {
    paint: 'marks',
    virtual: true,
  }),
  'react-css-window-cv16': baseline('highlights near the viewport, sections, React 18', 'react.jsx', {
    highlights: true,
  }),
  'react-memo-cv16': baseline('span elements, sections, React 18', 'react.jsx', {}),

  spanmark: spanmark('the article column from the data in memory', 'column.html'),
  'spanmark-opened': spanmark('the article column, opened from the database', 'opened.html'),
  'spanmark-screen': spanmark('the whole annotate screen from the data in memory', 'screen.html'),

  'recogito-4.1-css': component(
    '@recogito/text-annotator 4.1.1, CSS highlights',
    adapter('recogito-text-annotator.js', 'CSS_HIGHLIGHTS'),
  ),
  'recogito-4.1-spans': component(
    '@recogito/text-annotator 4.1.1, elements',
    adapter('recogito-text-annotator.js', 'SPANS'),
  ),
  'recogito-3.4-canvas': component(
    '@recogito/text-annotator 3.4.9, canvas',
    `import { make } from './components/adapters/recogito-text-annotator.js';
    import { createTextAnnotator } from '${OLD_RECOGITO}.es.js';
    import '${OLD_RECOGITO}.css';
    window.adapter = make('CANVAS', createTextAnnotator);`,
  ),
  'recogito-js-1.8': component('@recogito/recogito-js 1.8.4', adapter('recogito-js.js'), {
    scripts: ['node_modules/@recogito/recogito-js/dist/recogito.min.js'],
  }),
  'label-studio-1.4': component(
    '@heartexlabs/label-studio 1.4.0, the text alone',
    adapter('label-studio.js', ['controls', 'update']),
    labelStudio,
  ),
  'label-studio-1.4-side': component(
    '@heartexlabs/label-studio 1.4.0 with its list of regions',
    adapter('label-studio.js', ['panel', 'controls', 'update', 'side-column']),
    labelStudio,
  ),
  'v-annotator-0.1': component('v-annotator 0.1.31 (doccano)', adapter('v-annotator.js')),
  'react-text-annotate': component(
    'react-text-annotate 0.3.0',
    `import { make } from './components/adapters/react-text-annotate.jsx';
    import { TextAnnotator } from 'react-text-annotate';
    window.adapter = make(TextAnnotator);`,
    { overlaps: false },
  ),
  'react-text-annotate-blend': component(
    'react-text-annotate-blend 1.2.0',
    `import { make } from './components/adapters/react-text-annotate.jsx';
    import { TextAnnotateBlend } from 'react-text-annotate-blend';
    window.adapter = make(TextAnnotateBlend);`,
  ),
  'apache-annotator': component('@apache-annotator/dom 0.2.0', adapter('apache-annotator.js')),
  // It merges overlapping highlights of one label.
  rangy: component('rangy 1.3.2', adapter('rangy.js'), { overlaps: false }),
  'web-highlighter': component('web-highlighter 0.7.4', adapter('web-highlighter.js')),
  'poplar-2.0': component('poplar-annotation 2.0.3', adapter('poplar.js')),
};

/** What `--quick` measures unless `--peers` says otherwise. */
export const QUICK_PEERS = [
  'plain-text',
  'react-css-window-cv16',
  'spanmark',
  'spanmark-opened',
  'spanmark-screen',
  'recogito-4.1-css',
  'v-annotator-0.1',
];
