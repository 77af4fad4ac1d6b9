/** The files of the seeds folder, read when the app is started or built (seeds.config.ts). */
declare module 'virtual:seeds' {
  export const seedFiles: readonly { readonly fileName: string; readonly text: string }[];
}

/** The files of the articles of the sample project, those of seeds/. */
declare module 'virtual:sample' {
  export const sampleFiles: readonly { readonly fileName: string; readonly text: string }[];
}
