/** The results as a document in Markdown. */
import { PEERS } from '../components/peers.mjs';
import { median, percentile, spread, written } from './figures.mjs';
import { markdownTable } from './markdown.mjs';
import { targetRows, valuesOf } from './targets.mjs';

/**
 * @typedef {import('./targets.mjs').Results} Results
 * @typedef {import('./options.mjs').Options} Options
 * @typedef {Parameters<typeof valuesOf>[3]} Figure
 */

/** The table of targets alone. @param {Results} results */
export function targetTable(results) {
  const rows = targetRows(results).map(({ work, target, measured, sides, met }) => [
    work,
    target,
    measured,
    sides,
    met === undefined ? '' : met ? 'yes' : 'no',
  ]);
  return markdownTable(['work', 'target', 'measured', 'median (smallest–largest)', 'met'], rows);
}

/**
 * The whole document.
 *
 * @param {Results & { readonly gzip: Readonly<Record<string, number>> }} results
 * @param {readonly [string, string][]} machine
 * @param {Options} options
 */
export function document(results, machine, options) {
  const { components, app } = results;
  return [
    '# Results of the bench',
    'Made by `npm run bench`; what is measured and how is in [README.md](README.md). Milliseconds belong to this machine: compare ratios.',
    markdownTable(['', ''], [...machine, ['Rounds', roundsOf(options)]]),
    '## Targets',
    targetTable(results),
    ...(components.length > 0 ? componentTables(results, options) : []),
    ...(app ? appTables(app) : []),
  ].join('\n\n');
}

/** @param {Options} options */
function roundsOf({ runs, quick, sizes }) {
  const start = `${runs}, in turn, each in a fresh private page; sizes ${sizes.join(', ')}`;
  return `${start}; all but Spanmark and plain text in three at most, slow components in one${quick ? '; a quick run with fewer components and smaller libraries' : ''}`;
}

/** @param {Parameters<typeof document>[0]} results @param {Options} options */
function componentTables({ components, gzip }, { sizes, runs }) {
  const names = Object.keys(PEERS).filter((name) => components.some(({ peer }) => peer === name));
  const table = (/** @type {readonly string[]} */ head, /** @type {(peer: string) => readonly string[]} */ cells) =>
    markdownTable(
      ['', ...head],
      names.map((name) => [name, ...cells(name)]),
    );
  const bySize = (/** @type {Figure} */ figure, scale = 1) =>
    table(sizes, (peer) => sizes.map((size) => cellOf(components, peer, size, figure, runs, scale)));
  const sizesAt60 = sizes.filter((size) => components.some((one) => one.size === size && one.frames === '60 Hz'));
  return [
    '## Components',
    markdownTable(
      ['', 'what it is', 'gzip KB'],
      names.map((name) => [name, PEERS[name]?.about ?? '', written(kilo(gzip[name]))]),
    ),
    '### Open, ms',
    bySize('open'),
    '### Add one span, in view in the middle of the text, with the next frame, ms',
    bySize('add'),
    '### Delete one span, ms',
    bySize('remove'),
    '### Another change of the page, ms',
    bySize('unrelated'),
    '### Hit-test of one point, µs',
    bySize('hit'),
    '### JS heap after opening, above the page before, MB',
    bySize('js', 1e6),
    '### DOM heap (Oilpan), MB',
    bySize('dom', 1e6),
    '### Nodes of the document',
    bySize('nodes'),
    '### Work of one scrolled frame, frames as fast as they come, ms: smooth / by jumps',
    table(sizes, (peer) => sizes.map((size) => framesCell(components, peer, size, 'unlimited'))),
    ...(sizesAt60.length === 0
      ? []
      : [
          '### Scrolling at 60 Hz: longest frame in ms, and frames over 50 ms',
          table(sizesAt60, (peer) => sizesAt60.map((size) => framesCell(components, peer, size, '60 Hz'))),
        ]),
  ];
}

/** @param {number | undefined} bytes */
function kilo(bytes) {
  return bytes === undefined ? undefined : bytes / 1000;
}

/**
 * @param {Results['components']} components @param {string} peer @param {string} size @param {Figure} figure
 * @param {number} runs @param {number} scale
 */
function cellOf(components, peer, size, figure, runs, scale) {
  const values = valuesOf(components, peer, size, figure).map((value) => value / scale);
  if (values.length > 0) return spread(values, runs);
  const failed = components.find((one) => one.peer === peer && one.size === size);
  return failed?.error ?? (failed?.incomplete && figure !== 'open' ? failed.incomplete : '–');
}

/**
 * @param {Results['components']} components @param {string} peer @param {string} size @param {'unlimited' | '60 Hz'} frames
 */
function framesCell(components, peer, size, frames) {
  const found = components.filter((one) => one.peer === peer && one.size === size && one.frames === frames);
  const kinds = /** @type {const} */ (['smooth', 'jumps']);
  const parts = kinds.map((kind) => {
    const all = found.map((one) => one[kind]).filter((one) => one !== undefined);
    if (all.length === 0) return '–';
    if (frames === 'unlimited') return written(median(all.map((one) => one.median)));
    const [one] = all;
    return one ? `${written(one.longest)} (${one.over50} of ${one.frames})` : '–';
  });
  return parts.every((part) => part === '–') ? '–' : parts.join(' / ');
}

/** @param {import('./targets.mjs').AppFigures} app */
function appTables({ libraries, article, transfers }) {
  return [
    '## The app, built, with its data on the disk',
    ...(libraries ? libraryTables(libraries) : []),
    ...(article ? articleTables(article) : []),
    ...(transfers ? transferTables(transfers) : []),
  ];
}

/** @param {NonNullable<import('./targets.mjs').AppFigures['libraries']>} libraries */
function libraryTables({ few, many }) {
  const starts = /** @type {const} */ ([
    ['10 articles', few],
    ['10,000 articles', many],
  ]);
  return [
    '### Library, from the start of the navigation, ms',
    markdownTable(
      ['', 'rows are there', 'the search has narrowed them to one'],
      starts.map(([name, all]) => [
        name,
        spread(all.map(({ shown }) => shown)),
        spread(all.map(({ usable }) => usable)),
      ]),
    ),
  ];
}

/** @param {import('./targets.mjs').LongArticle} article */
function articleTables({ opened, heap, scrolled, saved, puts, entryBytes }) {
  return [
    '### Opening an article, from its address to its words, ms',
    markdownTable(Object.keys(opened), [Object.values(opened).map((times) => spread(times))]),
    '### JavaScript heap, MB',
    markdownTable(
      ['empty library', 'S open', 'L open'],
      [[heap.empty, heap.S, heap.L].map((size) => written(size / 1e6))],
    ),
    '### Scrolling at 60 Hz: median and longest frame, ms',
    markdownTable(
      ['', 'smooth', 'by jumps', 'height of the page, px'],
      Object.entries(scrolled).map(([size, { smooth, jumps, height }]) => [
        size,
        `${written(smooth.median)}, ${written(smooth.longest)}`,
        `${written(jumps.median)}, ${written(jumps.longest)}`,
        String(height),
      ]),
    ),
    `### From an edit to “Saved” at L, ms (the record has ${entryBytes} bytes as JSON)`,
    markdownTable(
      ['', 'median (smallest–largest)', 'p95'],
      [
        ['edit by key to “Saved”', spread(saved), written(percentile(saved, 0.95))],
        ['one raw put, strict', spread(puts), written(percentile(puts, 0.95))],
      ],
    ),
  ];
}

/** @param {readonly import('../app/transfer.mjs').Transferred[]} transfers */
function transferTables(transfers) {
  const { bytes, spans } = transfers[0] ?? { bytes: 0, spans: 0 };
  const of = (/** @type {Exclude<keyof import('../app/transfer.mjs').Transferred, 'bytes' | 'spans'>} */ part) =>
    spread(transfers.map((one) => one[part]));
  return [
    `### Export and import of ${spans.toLocaleString('en')} spans, ${written(bytes / 1e6)} MB, ms`,
    markdownTable(
      ['step', 'median (smallest–largest)'],
      [
        ['JSON.stringify of what the file holds', of('stringify')],
        ['JSON.parse of the file', of('parse')],
        ['making the file', of('write')],
        ['reading and checking the file', of('read')],
        ['export, from the database to the file', of('export')],
        ['import, from the file to its preview', of('prepare')],
        ['import, from the preview to the database', of('import')],
        ['longest task of the page in export and import (0: none of 50 ms)', of('block')],
      ],
    ),
  ];
}
