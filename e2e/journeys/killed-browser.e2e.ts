import { checkLog, type Shown, type StoredLog } from '../torture/check-log.ts';
import { torture } from '../torture/torture.ts';
import { expect, test } from '../test.ts';

test('what was shown as saved is there after the browser was killed, four times', async ({ baseURL }, testInfo) => {
  const folder = testInfo.outputPath('torture');
  const figures = await torture({ kills: 4, seed: 7, most: 10, address: baseURL!, folder, tell: () => undefined });
  expect(figures).toMatchObject({ kills: 4, lost: 0, torn: [] });
  expect(figures.importsWhole + figures.importsAbsent).toBe(figures.importsKilled);
  // A run in which nothing was annotated would prove nothing.
  expect(figures.edits).toBeGreaterThan(10);
  expect(figures.importsKilled).toBeGreaterThan(0);
});

const A = { id: 'a', label: 'entity', note: '' };
const B = { id: 'b', label: 'claim', note: 'why' };
const LOG: StoredLog = {
  entries: [
    { number: 1, edit: { kind: 'together', edits: [{ kind: 'set-status' }, { kind: 'add-span', span: A }] } },
    { number: 2, edit: { kind: 'add-span', span: B } },
    { number: 3, edit: { kind: 'remove-span', span: A } },
  ],
  head: { number: 3, spanCount: 1 },
  snapshot: undefined,
};
const SHOWN: readonly Shown[] = [
  { spans: [['a', 'entity', false]], note: undefined },
  { spans: [['b', 'claim', true]], note: ['b', 'why'] },
];

test('the look at the disk passes a log that holds everything that was shown', () => {
  expect(checkLog(LOG, SHOWN, 0)).toEqual({ edits: 3, lost: 0, torn: [], length: 3 });
});

const DAMAGED: readonly (readonly [what: string, damage: Partial<StoredLog>, lost: number])[] = [
  ['a lost edit', { entries: LOG.entries.slice(0, 2), head: { number: 2, spanCount: 2 } }, 1],
  ['a gap in the log', { entries: LOG.entries.toSpliced(1, 1), head: { number: 2, spanCount: 0 } }, 2],
  ['a head that is ahead of its log', { head: { number: 4, spanCount: 1 } }, 0],
  ['a head that counts other spans', { head: { number: 3, spanCount: 2 } }, 0],
  ['a snapshot of something else', { snapshot: { number: 2, spans: [A] } }, 0],
];
for (const [what, damage, lost] of DAMAGED) {
  test(`the look at the disk finds ${what}`, () => {
    const verdict = checkLog({ ...LOG, ...damage }, SHOWN, 0);
    expect(verdict.lost).toBe(lost);
    expect(verdict.lost + verdict.torn.length).toBeGreaterThan(0);
  });
}
