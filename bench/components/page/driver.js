/**
 * Runs in the page of a component. It expects `window.adapter` (see bench/README.md) and offers `window.bench` to the
 * runner. Times are in milliseconds unless said otherwise.
 */
import { makeCorpus } from './corpus.js';
import { longestTask, median, nextFrame, painted, pause, scroller, scrolled, summary } from './measuring.js';

/** Of another layer, so that painting it costs nothing; while it changes every frame, frames come without a break. */
const dot = document.body.appendChild(document.createElement('i'));
dot.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1px;overflow:hidden;will-change:transform';
let spinning = false;
let turn = 0;

function spin() {
  if (!spinning) return;
  turn += 1;
  dot.style.backgroundColor = turn % 2 ? '#fff' : '#fefefe';
  requestAnimationFrame(spin);
}

function setSpinning(on) {
  spinning = on;
  spin();
}

const tasks = longestTask();
let corpus;
let handle;

/** From before the change until the frame that shows it was produced. */
async function untilPainted(change) {
  await painted();
  const start = performance.now();
  await change();
  await painted();
  return performance.now() - start;
}

/** The median time of a change that is made several times, with a rest after each. */
async function timed(times, change) {
  const all = [];
  for (let i = 0; i < times; i += 1) {
    all.push(await untilPainted(() => change(i)));
    await pause(40);
  }
  return median(all);
}

function countNodes() {
  let count = 0;
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) count += 1;
  return count;
}

/** Brings the middle of the text into view. */
async function goToTheMiddle(offset) {
  const paragraphs = document.querySelectorAll('#content p');
  const view = scroller();
  if (handle.reveal) await handle.reveal(offset);
  else if (paragraphs.length > 0) paragraphs[paragraphs.length >> 1].scrollIntoView({ block: 'center' });
  else view.scrollTop = view.scrollHeight / 2;
}

/** About 160 points of the text column, and how often something was there. */
function hitTest() {
  const points = [];
  for (let y = 60; y < innerHeight - 60; y += 35) for (let x = 300; x < 980; x += 85) points.push([x, y]);
  let hits = 0;
  const start = performance.now();
  for (const [x, y] of points) if (handle.at(x, y).length > 0) hits += 1;
  return { hit: ((performance.now() - start) / points.length) * 1000, hits };
}

window.bench = {
  /** Makes the text and lets the adapter get ready; not timed. */
  async prepare(size) {
    corpus = makeCorpus(size);
    await adapter.ready?.(corpus.text, corpus.annotations);
  },

  /** From the call of mount until the component says that it is usable, and two frames. */
  async open() {
    const box = document.getElementById('content');
    setSpinning(true);
    await pause(100);
    tasks.forget();
    await painted();
    const start = performance.now();
    handle = await adapter.mount(box, corpus.text, corpus.annotations);
    await nextFrame();
    await nextFrame();
    const open = performance.now() - start;
    setSpinning(false);
    await pause(60);
    return { open, openLongestTask: tasks.longest(), nodes: countNodes(), shown: handle.shown?.() ?? null };
  },

  /** Changes in view, in the middle of the text; `hit` is in microseconds. */
  async change(times) {
    const middle = corpus.text.indexOf('\n\n', corpus.text.length / 2) + 2;
    await goToTheMiddle(middle);
    setSpinning(true);
    await pause(400);
    const fresh = Array.from({ length: times }, (_, i) => {
      const [start, end] = [middle + 10 + i * 58, middle + 60 + i * 58];
      return { id: `new${i}`, label: 'claim', start, end, text: corpus.text.slice(start, end) };
    });
    const add = await timed(times, (i) => handle.add(fresh[i]));
    const remove = handle.remove ? await timed(times, (i) => handle.remove(fresh[i].id)) : null;
    const unrelated = await timed(times, (i) => dot.replaceChildren(String(i)));
    const toolbar = handle.toolbar ? await timed(times, () => handle.toolbar()) : null;
    setSpinning(false);
    return { add, remove, unrelated, toolbar, ...(handle.at ? hitTest() : { hit: null, hits: null }) };
  },

  /** 120 frames of 150 px down from the top, again where the text is short, then 30 jumps through the whole text. */
  async scroll() {
    const view = scroller();
    const end = view.scrollHeight - view.clientHeight;
    view.scrollTop = 0;
    await pause(300);
    const smooth = await scrolled(view, 120, (i) => (i * 150) % Math.max(1, end));
    await pause(200);
    const jumps = await scrolled(view, 30, (i) => ((((i * 7) % 30) + 0.5) / 30) * end);
    return { smooth: summary(smooth), jumps: summary(jumps) };
  },
};
