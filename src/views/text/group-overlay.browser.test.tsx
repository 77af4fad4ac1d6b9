import { afterAll, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { lookOf } from '#views/review/person-look.ts';
import { GroupOverlay } from './group-overlay.tsx';
import { type GroupScene } from './group-scene.ts';
import { LANE, roomFor } from './measure-groups.ts';
import { nextFrame, spanOn, stageText } from './text-stage.tsx';

const TEXT =
  'Mayor Ruth Adeyemi told the chamber minutes before the count that one household in three has no car, and that nobody in it would ever forget who voted.\nShe left.\n';

const NOTHING: GroupScene = {
  marks: [],
  lanes: [],
  thin: [],
  core: [],
  contested: [],
  tones: undefined,
  edges: [],
  heat: [],
  heatTone: undefined,
};

// Wide enough for several signs beside one line.
beforeEach(() => page.viewport(1300, 700));
afterAll(() => page.viewport(1000, 700));

function rangeOf(words: string) {
  const from = TEXT.indexOf(words);
  return { from, to: from + words.length };
}

/** The group about the mayor’s name: one has her title, two have not. */
const MAYOR: GroupScene = {
  ...NOTHING,
  marks: [
    { id: 'mayor', ranges: [rangeOf('Mayor Ruth Adeyemi')], kind: 'boundary', around: 0, isCurrent: true },
    { id: 'she', ranges: [rangeOf('She')], kind: 'missing', around: 0, isCurrent: false },
  ],
  lanes: [lane('one', 'Ruth Adeyemi', ['A', 'C'], true), lane('other', 'Mayor Ruth Adeyemi', ['B'], false)],
  core: [rangeOf('Ruth Adeyemi')],
  contested: [rangeOf('Mayor ')],
  edges: [{ at: 0, votes: 1 }],
};

function lane(key: string, words: string, letters: readonly string[], isChosen: boolean) {
  const people = letters.map((letter, place) => lookOf(letter, place));
  return { key, ranges: [rangeOf(words)], tone: 'blue' as const, people, note: '', isChosen };
}

async function stageMayor(scene: GroupScene = MAYOR) {
  const stage = await stageText({ text: TEXT, over: <GroupOverlay scene={scene} /> });
  await expect.poll(() => document.querySelectorAll('[class*="outline"], [class*="thin"]').length).toBeGreaterThan(0);
  return stage;
}

test('each proposal has a lane from where it starts to where it ends, one below the other, with the letters of who backs it', async () => {
  const stage = await stageMayor();
  const bars = [...document.querySelectorAll<HTMLElement>('[class*="bar"]')].map((bar) => bar.getBoundingClientRect());
  expect(bars).toHaveLength(2);
  const start = stage.pointAt(TEXT.indexOf('Ruth')).x;
  expect(bars[0]!.left).toBeGreaterThan(start - 6);
  expect(bars[0]!.left).toBeLessThan(start + 1);
  expect(bars[1]!.left).toBeLessThan(bars[0]!.left - 20);
  expect(Math.round(bars[1]!.top - bars[0]!.top)).toBe(LANE);
  expect(Math.abs(bars[1]!.right - bars[0]!.right)).toBeLessThan(1);
  expect([...document.querySelectorAll('[class*="badge"]')].map((badge) => badge.textContent)).toEqual(['AC', 'B']);
});

test('lines with lanes get room below, others stay as high as they are, and no word leaves its line', async () => {
  const stage = await stageMayor();
  const before = { lines: stage.linesOf(0), next: stage.pointAt(stage.linesOf(0)[1]!.from).y };
  const first = stage.pointAt(0);
  const size = roomFor(MAYOR)!;
  stage.change({ room: { ...rangeOf('Mayor Ruth Adeyemi'), size } });
  await nextFrame();
  expect(stage.linesOf(0)).toEqual(before.lines);
  expect(Math.round(stage.pointAt(before.lines[1]!.from).y - before.next)).toBe(size);
  expect(stage.pointAt(0)).toEqual(first);
  expect(stage.paragraph(0).textContent).toBe(TEXT.slice(0, TEXT.indexOf('\n')));
  stage.change({ room: undefined });
  await nextFrame();
  expect(stage.pointAt(before.lines[1]!.from).y).toBe(before.next);
});

test('room goes together with spans that cross its edges', async () => {
  const stage = await stageMayor();
  const spans = [spanOn(TEXT, 'quote', 'Adeyemi told the chamber'), spanOn(TEXT, 'entity', 'Ruth Adeyemi')];
  const before = stage.linesOf(0);
  stage.change({ spans, room: { ...rangeOf('Mayor Ruth Adeyemi'), size: 40 } });
  await nextFrame();
  expect(stage.paragraph(0).textContent).toBe(TEXT.slice(0, TEXT.indexOf('\n')));
  expect(stage.linesOf(0)).toEqual(before);
  const words = [...stage.paragraph(0).querySelectorAll<HTMLElement>('[data-span^="entity"]')];
  expect(words.map((each) => each.textContent).join('')).toBe('Ruth Adeyemi');
});

test('what is in question is hatched, what all have is solid, both behind the words', async () => {
  await stageMayor();
  const under = document.querySelector<HTMLElement>('[class*="under"]')!;
  expect(getComputedStyle(under).zIndex).toBe('-1');
  expect(under.querySelectorAll('[class*="core"]')).toHaveLength(1);
  expect(getComputedStyle(under.querySelector('[class*="contested"]')!).backgroundImage).toContain('repeating');
});

test('a sign stands in the margin at the line of each group, side by side where they share one', async () => {
  await stageMayor({
    ...MAYOR,
    marks: [
      ...MAYOR.marks,
      { id: 'chamber', ranges: [rangeOf('chamber')], kind: 'label', around: 0, isCurrent: false },
    ],
  });
  const pips = [...document.querySelectorAll<HTMLElement>('[class*="pip"]')].map((pip) => pip.getBoundingClientRect());
  expect(pips).toHaveLength(3);
  expect(pips[2]!.top).toBeCloseTo(pips[0]!.top, 0);
  expect(pips[2]!.left).toBeGreaterThan(pips[0]!.left);
  expect(pips[1]!.top).toBeGreaterThan(pips[0]!.top + 20);
});

test('a lane that ends where the line ends has its letters before it', async () => {
  const lines = (await stageText({ text: TEXT })).linesOf(0);
  const end = lines[0]!.to;
  const from = TEXT.lastIndexOf(' ', end - 2) + 1;
  const { people } = lane('', 'Ruth', ['A', 'B', 'C', 'D', 'E', 'F'], true);
  const scene = { ...MAYOR, lanes: [{ ...MAYOR.lanes[0]!, people, ranges: [{ from, to: end }] }] };
  await stageMayor(scene);
  const bar = document.querySelector('[class*="bar"]')!.getBoundingClientRect();
  const badge = document.querySelector('[class*="badge"]')!.getBoundingClientRect();
  const text = document.querySelector('[data-text]')!.getBoundingClientRect();
  expect(badge.right).toBeLessThanOrEqual(text.right + 1);
  expect(badge.right).toBeLessThanOrEqual(bar.left + 1);
});

/** The signs that are to be seen. */
function signBoxes() {
  return [...document.querySelectorAll<HTMLElement>('[class*="pip"]')]
    .filter((pip) => pip.getClientRects().length > 0)
    .map((pip) => ({ isCurrent: pip.className.includes('currentPip'), box: pip.getBoundingClientRect() }));
}

test('signs on one line do not touch one another; where there is room for one, the current one is there', async () => {
  const marks = ['Ruth', 'told', 'chamber'].map((words, place) => ({
    id: words,
    ranges: [rangeOf(words)],
    kind: 'label' as const,
    around: 0,
    isCurrent: place === 1,
  }));
  await stageMayor({ ...MAYOR, marks });
  expect(signBoxes()).toHaveLength(3);
  for (const [index, { box }] of signBoxes().entries()) {
    if (index > 0) expect(box.left).toBeGreaterThanOrEqual(signBoxes()[index - 1]!.box.right);
  }
  await page.viewport(414, 800);
  expect(signBoxes().map(({ isCurrent }) => isCurrent)).toEqual([true]);
});

test('the outline of the current group lies over those of the groups around it', async () => {
  await stageMayor({
    ...MAYOR,
    marks: [
      { id: 'mayor', ranges: [rangeOf('Mayor Ruth Adeyemi')], kind: 'boundary', around: 1, isCurrent: true },
      { id: 'ruth', ranges: [rangeOf('Ruth Adeyemi')], kind: 'label', around: 0, isCurrent: false },
    ],
  });
  const outlines = [...document.querySelectorAll('[class*="outline"]')].map(({ className }) => className);
  expect(outlines.map((name) => name.includes('current'))).toEqual([false, true]);
});

test('in a text that runs to the left a lane starts at the right, and signs stand in the other margin', async () => {
  const text = 'وقال وزير المياه الدكتور سامر الحلواني في حفل الافتتاح إن حصة الفرد سترتفع قبل نهاية العام كثيرًا.\n';
  const ranges = [{ from: 0, to: text.length - 1 }];
  const scene: GroupScene = {
    ...NOTHING,
    marks: [{ id: 'all', ranges, kind: 'boundary', around: 0, isCurrent: true }],
    lanes: [{ key: 'one', ranges, tone: 'blue', people: [lookOf('A', 0)], note: '', isChosen: true }],
  };
  await stageText({ text, language: 'ar', width: 420, over: <GroupOverlay scene={scene} /> });
  await expect.poll(() => document.querySelectorAll('[class*="bar"]').length).toBeGreaterThan(1);
  const bars = [...document.querySelectorAll<HTMLElement>('[class*="bar"]')];
  expect(getComputedStyle(bars[0]!, '::before').right).toBe('0px');
  expect(getComputedStyle(bars.at(-1)!, '::after').left).toBe('0px');
  const textBox = document.querySelector('[data-text]')!.getBoundingClientRect();
  const sign = document.querySelector('[class*="pip"]')!.getBoundingClientRect();
  expect(sign.right).toBeLessThan(textBox.left + 40);
});

test('nothing of it is told twice, and nothing of it takes a click', async () => {
  const stage = await stageMayor();
  for (const layer of document.querySelectorAll<HTMLElement>('[class*="overlay"]')) {
    if (layer.querySelector('[class*="pip"], [class*="core"]') === null) continue;
    expect(layer).toHaveAttribute('aria-hidden', 'true');
    expect(getComputedStyle(layer).pointerEvents).toBe('none');
  }
  expect(stage.container).toBeVisible();
});
