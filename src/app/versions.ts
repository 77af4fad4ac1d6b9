/** Another version of the app than the one that runs here, as far as it is known; main.tsx gives it. */
export interface Versions {
  /** `ready`: one is on this device and waits. `elsewhere`: another tab uses one already. */
  readonly current: () => 'same' | 'ready' | 'elsewhere';
  readonly subscribe: (onChange: () => void) => () => void;
  /** Lets the version that waits serve all pages from now on; ends when it does. */
  readonly takeOver: () => Promise<void>;
}
