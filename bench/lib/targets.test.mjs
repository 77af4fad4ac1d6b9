import { expect, test } from 'vitest';
import { targetRows } from './targets.mjs';

/** Two rounds of one peer at one size; the second gives values a tenth larger. */
function measured(peer, size, figures) {
  return [1, 1.1].map((factor) => ({
    peer,
    size,
    frames: 'unlimited',
    ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value * factor])),
  }));
}

const rowOf = (rows, start) => rows.find(({ work }) => work.startsWith(start));

test('opening is divided by plain text of the same size, median by median', () => {
  const components = [
    ...measured('plain-text', 'L', { open: 100 }),
    ...measured('spanmark', 'L', { open: 30 }),
    ...measured('plain-text', 'XL', { open: 500 }),
    ...measured('spanmark', 'XL', { open: 200 }),
  ];
  const rows = targetRows({ components });
  expect(rowOf(rows, 'open L: Spanmark')).toEqual({
    work: 'open L: Spanmark ÷ plain text',
    target: '≤ 0.4',
    measured: '0.30',
    sides: '31.5 (30.0–33.0) ÷ 105 (100–110) ms',
    met: true,
  });
  expect(rowOf(rows, 'open XL: Spanmark')).toMatchObject({ measured: '0.40', met: false });
});

test('the best other component is one that shows overlaps, and no baseline', () => {
  const components = [
    ...measured('spanmark', 'L', { open: 50 }),
    ...measured('marks-virtual', 'L', { open: 20 }),
    ...measured('react-text-annotate', 'L', { open: 600 }),
    ...measured('recogito-4.1-css', 'L', { open: 2800 }),
    ...measured('v-annotator-0.1', 'L', { open: 1900 }),
  ];
  const row = rowOf(targetRows({ components }), 'open L: best other');
  expect(row).toMatchObject({ measured: '38.0', met: true, target: '≥ 30' });
  expect(row?.work).toContain('v-annotator-0.1');
});

test('frames at 60 Hz do not count as latencies', () => {
  const slow = measured('spanmark', 'L', { hit: 900 }).map((one) => ({ ...one, frames: '60 Hz' }));
  const components = [...measured('spanmark', 'L', { hit: 30 }), ...slow];
  expect(rowOf(targetRows({ components }), 'pointer hit-test')).toMatchObject({ measured: '31.5 µs', met: true });
});

test('what was not measured is neither met nor missed', () => {
  const rows = targetRows({ components: [] });
  expect(rows.length).toBeGreaterThan(10);
  for (const { measured: figure, met } of rows) {
    expect(figure).toBe('–');
    expect(met).toBeUndefined();
  }
});

test('rows of the app: percentiles, sums and differences', () => {
  const frames = { median: 16.7, longest: 40, frames: 100, over50: 0 };
  const app = {
    firstLoad: 231_000,
    libraries: { few: [{ shown: 90, usable: 100 }], many: [{ shown: 120, usable: 140 }] },
    article: {
      opened: {},
      heap: { empty: 4e6, S: 5e6, L: 9e6 },
      scrolled: { L: { smooth: frames, jumps: { ...frames, over50: 2 }, height: 1 } },
      blocks: { typing: { task: 0, wait: 12 }, selecting: { task: 80, wait: 81 }, scrolling: { task: 0, wait: 9 } },
      saved: [...Array.from({ length: 94 }, () => 8), 12, 12, 12, 12, 12, 99],
      puts: Array.from({ length: 100 }, () => 4),
      entryBytes: 800,
    },
    transfers: [
      {
        bytes: 1,
        spans: 100_000,
        stringify: 100,
        parse: 100,
        write: 200,
        read: 300,
        export: 400,
        prepare: 500,
        import: 300,
        block: 0,
      },
    ],
  };
  const rows = targetRows({ components: [], app });
  expect(rowOf(rows, 'first load')).toMatchObject({ measured: '231 KB', met: false });
  expect(rowOf(rows, 'library')).toMatchObject({ measured: '1.40', met: true });
  expect(rowOf(rows, 'JS heap')).toMatchObject({ measured: '5.00 MB', met: true });
  expect(rowOf(rows, 'scroll through L')).toMatchObject({ measured: '2', met: false });
  expect(rowOf(rows, 'edit to')).toMatchObject({ measured: '3.00', met: true });
  expect(rowOf(rows, 'export + import of 100,000 spans')).toMatchObject({ measured: '6.00', met: false });
  expect(rowOf(rows, 'of that')).toMatchObject({ measured: '2.50', target: '', met: undefined });
  expect(rowOf(rows, 'longest block while typing')).toMatchObject({ measured: 'no task of 50 ms', met: true });
  expect(rowOf(rows, 'longest block while selecting')).toMatchObject({ measured: '80.0 ms', met: false });
});
