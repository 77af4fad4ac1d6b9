import { bundleFileName } from '#state/bundle-file-name.ts';

/** A file name for the label set of a project of this name: `my-project.labels.json`. */
export function labelSetFileName(projectName: string): string {
  return bundleFileName(projectName).replace(/\.spanmark\.json$/, '.labels.json');
}
