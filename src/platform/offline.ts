/** Registers the service worker that lets the app start without a network. Does nothing where there is none to have. */
export function registerOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('./sw.js').catch(() => {
      // Without a secure address there are no service workers; the app works as well, but only with a network.
    });
  });
}
