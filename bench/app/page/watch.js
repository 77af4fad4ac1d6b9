/** Runs in the app's page from its start and offers `window.watch`. It touches nothing but what a user would. */
import { longestTask, nextFrame, painted, pause, scrolled, summary } from '../../components/page/measuring.js';

const rows = () => document.querySelectorAll('#main a[href*="#/annotate/"]');
const searchField = () => document.querySelector('#main input[type="search"]');

/** Types into a field as React hears it. */
function type(field, text) {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function until(test) {
  while (!test()) await nextFrame();
}

let rawPut;

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A function that puts a record into a database of its own, strictly, and says how long it took until it was committed. */
async function openRaw() {
  const request = indexedDB.open('bench-raw', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('records', { autoIncrement: true });
  const database = await answer(request);
  return (record) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve(performance.now() - start);
      transaction.onabort = () => reject(transaction.error);
      transaction.objectStore('records').add(record);
    });
}

/** The longest time between two tasks of a chain that asks for its turn again and again: how long input would wait. */
function watchGaps() {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(0);
  };
  port2.postMessage(0);
  return () => {
    isOver = true;
    return longest;
  };
}

const tasks = longestTask();
let endGaps = () => 0;

window.watch = {
  /** From the start of the navigation until the table shows rows and the search field has narrowed them to one. */
  async untilLibraryAnswers(query) {
    await until(() => rows().length > 0 && searchField());
    const shown = performance.now();
    type(searchField(), query);
    await until(() => rows().length === 1);
    return { shown, usable: performance.now() };
  },

  /** From the address that names the article until its first words are painted, in milliseconds. */
  async open(address) {
    const start = performance.now();
    location.hash = address;
    await until(() => document.querySelector('[data-paragraph]'));
    await painted();
    return performance.now() - start;
  },

  /** From the next press of a key until the shell says that it is saved. */
  savedAfterKey() {
    const status = document.querySelector('[role="status"][aria-label="Saved"]');
    window.watch.saved = new Promise((resolve) => {
      let start;
      let wasSaving = false;
      const hearKey = (event) => {
        start = event.timeStamp;
      };
      addEventListener('keydown', hearKey, { capture: true, once: true });
      const observer = new MutationObserver(() => {
        const label = status.getAttribute('aria-label');
        if (label === 'Saving') wasSaving = true;
        if (label !== 'Saved' || !wasSaving) return;
        observer.disconnect();
        resolve(performance.now() - start);
      });
      observer.observe(status, { attributes: true, attributeFilter: ['aria-label'] });
    });
  },

  /** The newest entry of the log of layers. */
  async newestEntry() {
    const database = await answer(indexedDB.open('spanmark'));
    const cursor = await answer(database.transaction('entries').objectStore('entries').openCursor(null, 'prev'));
    database.close();
    return cursor.value;
  },

  async rawPut(record) {
    rawPut ??= await openRaw();
    return rawPut(record);
  },

  startBlocks() {
    tasks.forget();
    endGaps = watchGaps();
  },

  /** The longest task of 50 ms or more since startBlocks, and the longest wait for the main thread. */
  async endBlocks() {
    await pause(100);
    return { task: tasks.longest(), wait: endGaps() };
  },

  /** Smoothly from the top and from the middle, then by jumps through the whole text. */
  async scroll() {
    const view = document.scrollingElement;
    const end = view.scrollHeight - view.clientHeight;
    view.scrollTop = 0;
    await pause(500);
    const top = await scrolled(view, 120, (i) => i * 150);
    view.scrollTop = end / 2;
    await pause(500);
    const middle = await scrolled(view, 120, (i) => end / 2 + i * 150);
    await pause(200);
    const jumps = await scrolled(view, 60, (i) => ((((i * 17) % 60) + 0.5) / 60) * end);
    return { smooth: summary([...top, ...middle]), jumps: summary(jumps), height: view.scrollHeight };
  },
};
