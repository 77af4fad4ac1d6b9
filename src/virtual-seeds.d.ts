/** The files of the seeds folder, read when the app is started or built (seeds.config.ts). */
declare module 'virtual:seeds' {
  export const seedFiles: readonly { readonly fileName: string; readonly text: string }[];
}
