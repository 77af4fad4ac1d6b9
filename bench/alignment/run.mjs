/**
 * How long it takes to align the spans of several annotators of one article, as review does: `node bench/alignment/run.mjs`, or
 * with `--articles N --annotators N --spans N --characters N`, the last for each span. With `--processor` it counts processor time, which says more on a machine that
 * has other work. Needs no packages of its own.
 */
import { parseArgs } from 'node:util';
import { importWork, processorTime } from '../lib/in-node.mjs';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '40' },
    annotators: { type: 'string', default: '6' },
    spans: { type: 'string', default: '200' },
    characters: { type: 'string', default: '40' },
    processor: { type: 'boolean', default: false },
  },
});
const [articles, annotators, spans, characters] = [
  values.articles,
  values.annotators,
  values.spans,
  values.characters,
].map(Number);

const { timeAlignment } = await importWork('alignment');
const aligned = timeAlignment(
  { articles, annotators, spans, characters },
  values.processor ? processorTime : () => performance.now(),
);

const inOrder = aligned.toSorted((a, b) => a.time - b.time);
const at = (share) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))];
const approximate = aligned.reduce((sum, each) => sum + each.approximate, 0);
console.log(
  `${articles} articles one after the other, ${annotators} annotators, about ${spans} spans each, one for ${characters} characters`,
);
console.log(
  `${at(0.5).time <= 100 ? 'met   ' : 'MISSED'} half of them within ${Math.round(at(0.5).time)} ms, target 100 ms`,
);
console.log(`nine in ten within ${Math.round(at(0.9).time)} ms`);
console.log(`the slowest, article ${at(1).article}, in ${Math.round(at(1).time)} ms`);
console.log(`groups not known to be the best: ${approximate}`);
