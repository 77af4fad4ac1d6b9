/** Made by licences.config.ts. */
declare module 'virtual:licences' {
  /** Packages with the same licence, word for word; our own first. */
  export const licences: readonly {
    readonly packages: readonly string[];
    readonly licence: string;
    readonly text: string;
  }[];
}
