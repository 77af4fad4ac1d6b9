/** What one tab tells the others: that something they show has changed on the disk. */
export interface TabNews {
  /** `reviewed` are the articles where only the review has changed; without it, anything may have. */
  readonly tell: (reviewed?: readonly string[]) => void;
  readonly close: () => void;
}

/**
 * Calls `onNews` when another tab of this browser tells that something has changed, and when this tab comes into sight again,
 * for a tab out of sight may have slept through it. `reviewed` is what `tell` was given there.
 */
export function listenToTabs(name: string, onNews: (reviewed?: readonly string[]) => void): TabNews {
  // Where there are no channels, coming into sight is what is left.
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data)) onNews(data.filter((id) => typeof id === 'string'));
    else onNews();
  });
  const onSight = (): void => {
    if (document.visibilityState === 'visible') onNews();
  };
  document.addEventListener('visibilitychange', onSight);
  return {
    tell: (reviewed) => channel?.postMessage(reviewed ?? 'changed'),
    close: () => {
      channel?.close();
      document.removeEventListener('visibilitychange', onSight);
    },
  };
}
