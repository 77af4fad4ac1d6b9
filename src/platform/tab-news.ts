/** What one tab tells the others: that something they show has changed on the disk. */
export interface TabNews {
  readonly tell: () => void;
  readonly close: () => void;
}

/**
 * Calls `onNews` when another tab of this browser tells that something has changed, and when this tab comes into sight again,
 * for a tab out of sight may have slept through it.
 */
export function listenToTabs(name: string, onNews: () => void): TabNews {
  // Where there are no channels, coming into sight is what is left.
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  channel?.addEventListener('message', onNews);
  const onSight = (): void => {
    if (document.visibilityState === 'visible') onNews();
  };
  document.addEventListener('visibilitychange', onSight);
  return {
    tell: () => channel?.postMessage('changed'),
    close: () => {
      channel?.close();
      document.removeEventListener('visibilitychange', onSight);
    },
  };
}
