/** The targets that Spanmark is held to, each beside what was measured. */
import { PEERS } from '../components/peers.mjs';
import { median, percentile, ratio, spread, written } from './figures.mjs';

/**
 * @typedef {import('../components/rounds.mjs').Measured} Measured
 *
 * @typedef {import('../app/long-article.mjs').LongArticle} LongArticle
 *
 * @typedef {object} AppFigures what failed is undefined
 * @property {number} firstLoad bytes, gzipped
 * @property {Awaited<ReturnType<typeof import('../app/library.mjs').measureLibraries>> | undefined} [libraries]
 * @property {LongArticle | undefined} [article]
 * @property {readonly import('../app/transfer.mjs').Transferred[] | undefined} [transfers]
 *
 * @typedef {object} Results
 * @property {readonly Measured[]} components
 * @property {AppFigures} [app]
 *
 * @typedef {object} TargetRow
 * @property {string} work
 * @property {string} target empty for a row that is only there to be known
 * @property {string} measured
 * @property {string} sides medians and ranges of what was divided
 * @property {boolean | undefined} met undefined where nothing was measured or there is no target
 */

/**
 * The values of one figure of one peer at one size, with frames as fast as they come.
 *
 * @param {readonly Measured[]} components @param {string} peer @param {string} size
 * @param {'open' | 'add' | 'remove' | 'unrelated' | 'toolbar' | 'hit' | 'js' | 'dom' | 'nodes'} figure
 */
export function valuesOf(components, peer, size, figure) {
  return components
    .filter((one) => one.peer === peer && one.size === size && one.frames === 'unlimited')
    .map((one) => one[figure])
    .filter((value) => typeof value === 'number');
}

/** @param {Results} results @returns {TargetRow[]} */
export function targetRows({ components, app }) {
  const values = (
    /** @type {string} */ peer,
    /** @type {string} */ size,
    /** @type {Parameters<typeof valuesOf>[3]} */ f,
  ) => valuesOf(components, peer, size, f);
  return [
    ...openingRows(values),
    bestOtherRow(components, values),
    ...changeRows(values),
    atMost('pointer hit-test at L', 50, 'µs', values('spanmark', 'L', 'hit')),
    ...(app ? appRows(app) : []),
  ];
}

/** @typedef {(peer: string, size: string, figure: Parameters<typeof valuesOf>[3]) => number[]} Values */

/** @param {Values} values */
function openingRows(values) {
  return /** @type {const} */ ([
    ['L', 0.4],
    ['XL', 0.2],
  ]).flatMap(([size, most]) => {
    const plain = values('plain-text', size, 'open');
    const row = (/** @type {string} */ peer, /** @type {string} */ work, /** @type {number | undefined} */ target) =>
      quotient(work, target, values(peer, size, 'open'), plain, 'ms');
    return [
      row('spanmark', `open ${size}: Spanmark ÷ plain text`, most),
      row('spanmark-opened', `the same with reading the database`, undefined),
      row('spanmark-screen', `the same with the lists of the whole screen`, undefined),
    ];
  });
}

/** @param {readonly Measured[]} components @param {Values} values @returns {TargetRow} */
function bestOtherRow(components, values) {
  const others = [...new Set(components.map(({ peer }) => peer))]
    .filter((peer) => PEERS[peer]?.kind === 'component' && PEERS[peer]?.overlaps)
    .map((peer) => ({ peer, opens: values(peer, 'L', 'open') }))
    .filter(({ opens }) => opens.length > 0)
    .sort((a, b) => (median(a.opens) ?? 0) - (median(b.opens) ?? 0));
  const [best] = others;
  const name = best ? ` (${best.peer})` : '';
  const work = `open L: best other component that shows overlaps${name} ÷ Spanmark`;
  const row = quotient(work, undefined, best?.opens ?? [], values('spanmark', 'L', 'open'), 'ms');
  const measured = ratio(median(best?.opens ?? []), median(values('spanmark', 'L', 'open')));
  return { ...row, target: '≥ 30', met: measured === undefined ? undefined : measured >= 30 };
}

/** @param {Values} values */
function changeRows(values) {
  const at = (/** @type {string} */ size, /** @type {'add' | 'remove'} */ figure) => values('spanmark', size, figure);
  const both = /** @type {const} */ ([
    ['add', 'add one span'],
    ['remove', 'delete one span'],
  ]);
  return [
    ...both.map(([figure, work]) => atMost(`${work} at L, to the next frame`, 4, 'ms', at('L', figure))),
    ...both.map(([figure, work]) => quotient(`${work}: L ÷ S`, 1.5, at('L', figure), at('S', figure), 'ms')),
    ...both.map(([figure, work]) => quotient(`${work}: XL ÷ S`, 4, at('XL', figure), at('S', figure), 'ms')),
    atMost('another change of the page at L, to the next frame', 4, 'ms', values('spanmark', 'L', 'unrelated')),
    atMost('a change of the toolbar above the text at L', 4, 'ms', values('spanmark', 'L', 'toolbar')),
  ];
}

/** @param {AppFigures} app @returns {TargetRow[]} */
function appRows({ firstLoad, libraries, article, transfers }) {
  const many = (libraries?.many ?? []).map(({ usable }) => usable);
  const few = (libraries?.few ?? []).map(({ usable }) => usable);
  return [
    ...(article ? articleRows(article) : []),
    quotient('library of 10,000 articles to usable ÷ library of 10', 1.5, many, few, 'ms'),
    ...transferRows(transfers ?? []),
    atMost('first load, gzip', 230, 'KB', [firstLoad / 1000]),
  ];
}

/** @param {LongArticle} article @returns {TargetRow[]} */
function articleRows(article) {
  const { scrolled, heap, blocks } = article;
  return [
    ...Object.entries(scrolled).map(([size, { smooth, jumps }]) =>
      count(`scroll through ${size} at 60 Hz: frames over 50 ms`, smooth.over50 + jumps.over50, [
        `smooth: ${smooth.over50} of ${smooth.frames}, longest ${written(smooth.longest)} ms`,
        `jumps: ${jumps.over50} of ${jumps.frames}, longest ${written(jumps.longest)} ms`,
      ]),
    ),
    atMost('JS heap for L above the empty app', 6, 'MB', [(heap.L - heap.empty) / 1e6]),
    savedRow(article),
    ...Object.entries(blocks).map(([work, { task, wait }]) => {
      const row = atMost(`longest block while ${work} at L`, 50, 'ms', [task]);
      return {
        ...row,
        measured: task === 0 ? 'no task of 50 ms' : row.measured,
        sides: `longest wait for the main thread ${written(wait)} ms`,
      };
    }),
  ];
}

/** @param {readonly import('../app/transfer.mjs').Transferred[]} transfers */
function transferRows(transfers) {
  const json = transfers.map(({ stringify, parse }) => stringify + parse);
  const spans = (transfers[0]?.spans ?? 100_000).toLocaleString('en');
  const whole = transfers.map((one) => one.export + one.prepare + one.import);
  const worker = transfers.map(({ write, read }) => write + read);
  return [
    quotient(`export + import of ${spans} spans ÷ JSON.stringify + parse of the same`, 5, whole, json, 'ms'),
    quotient('of that, making and checking the file', undefined, worker, json, 'ms'),
  ];
}

/** @param {LongArticle} article @returns {TargetRow} */
function savedRow({ saved, puts }) {
  const [edit, put] = [percentile(saved, 0.95), percentile(puts, 0.95)];
  const measured = ratio(edit, put);
  return {
    work: 'edit to “Saved”, p95 at L ÷ one raw strict IndexedDB put',
    target: '≤ 3',
    measured: written(measured),
    sides: `p95 ${written(edit)} ms of ${spread(saved)} ÷ p95 ${written(put)} ms of ${spread(puts)}`,
    met: measured === undefined ? undefined : measured <= 3,
  };
}

/**
 * A median that must not exceed a figure.
 *
 * @param {string} work @param {number} most @param {string} unit @param {readonly number[]} values
 * @returns {TargetRow}
 */
function atMost(work, most, unit, values) {
  const measured = median(values);
  return {
    work,
    target: `≤ ${most} ${unit}`,
    measured: measured === undefined ? '–' : `${written(measured)} ${unit}`,
    sides: values.length > 1 ? spread(values) : '',
    met: measured === undefined ? undefined : measured <= most,
  };
}

/**
 * A ratio of medians; without `most` it is only there to be known.
 *
 * @param {string} work @param {number | undefined} most @param {readonly number[]} above @param {readonly number[]} below
 * @param {string} unit
 * @returns {TargetRow}
 */
function quotient(work, most, above, below, unit) {
  const measured = ratio(median(above), median(below));
  return {
    work,
    target: most === undefined ? '' : `≤ ${most}`,
    measured: written(measured),
    sides: measured === undefined ? '' : `${spread(above)} ÷ ${spread(below)} ${unit}`,
    met: measured === undefined || most === undefined ? undefined : measured <= most,
  };
}

/** @param {string} work @param {number} times @param {readonly string[]} sides @returns {TargetRow} */
function count(work, times, sides) {
  return { work, target: '0', measured: String(times), sides: sides.join('; '), met: times === 0 };
}
