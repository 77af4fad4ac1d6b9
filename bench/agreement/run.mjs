/**
 * How long the agreement report takes: `node bench/agreement/run.mjs`, or with `--articles N --annotators N --spans N`. With
 * `--processor` it counts processor time, which says more on a machine that has other work. Needs no packages of its own.
 */
import { parseArgs } from 'node:util';
import { importWork, processorTime } from '../lib/in-node.mjs';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '500' },
    annotators: { type: 'string', default: '3' },
    spans: { type: 'string', default: '60' },
    processor: { type: 'boolean', default: false },
  },
});
const size = {
  articles: Number(values.articles),
  annotators: Number(values.annotators),
  spans: Number(values.spans),
};

const { timeAgreement } = await importWork('agreement');
const { withoutGamma, withGamma } = timeAgreement(size, values.processor ? processorTime : () => performance.now());

console.log(`${size.articles} articles, ${size.annotators} annotators, ${size.spans} spans each, 2,000 resamples`);
for (const [step, time] of withGamma.steps) console.log(`  ${step}: ${seconds(time)}`);
const gamma = withGamma.steps.get('gamma') ?? 0;
target('the report without γ', withoutGamma.whole, 5000);
target('γ alone', gamma, 10_000);
target('longest time without word of progress', Math.max(withoutGamma.longestStep, withGamma.longestStep), 1000);
const { value, interval } = withGamma.report.headline.gamma.gamma;
const { samples, samplingError, leftOut } = withGamma.report.headline.gamma;
console.log(
  `γ ${value?.toFixed(4)} (${interval?.low.toFixed(4)} to ${interval?.high.toFixed(4)}), ${samples} samples each, standard error ${samplingError.toFixed(4)}, left out: ${leftOut.length}`,
);

/** @param {string} work @param {number} time @param {number} most both in milliseconds */
function target(work, time, most) {
  console.log(`${time <= most ? 'met   ' : 'MISSED'} ${work}: ${seconds(time)}, target ${seconds(most)}`);
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
