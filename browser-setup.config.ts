import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import { cleanup } from 'vitest-browser-react';

// Files of browser tests share one page, since loading the app's modules anew for each took longer than the tests of most.
// The library cleans up only for the file that loaded it first.
beforeEach(cleanup);

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(async () => {
  await cleanup();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('lang');
  document.documentElement.removeAttribute('dir');
  localStorage.clear();
  sessionStorage.clear();
  scrollTo(0, 0);
});
