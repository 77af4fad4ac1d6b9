import { type Bundle } from '#core/bundle/bundle.ts';
import { type FilePart } from '#formats/exchange/dataset.ts';
import { type FormatId, NATIVE } from '#formats/exchange/detect-format.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { bundleParts } from '#formats/exchange/write-dataset.ts';
import { bundleChunks } from '#formats/native/write.ts';
import { findFormat, FORMATS } from '#formats/registry.ts';
import { type Request } from './arguments.ts';
import { renamesFrom } from './write-options.ts';

/** What can be written. */
export const WRITABLE: readonly FormatId[] = [NATIVE, ...FORMATS.filter(({ write }) => write).map(({ id }) => id)];

/**
 * The parts of the files in the format that was asked for, in order, made while they are taken. What the format cannot carry
 * goes to `losses` by the time that the last part was taken. Rejects with the reason where the options do not fit the project.
 */
export async function partsFor(
  { to, options, split, renames, isAnonymous }: Request,
  bundle: Bundle,
  losses: LossLog,
): Promise<Iterable<FilePart>> {
  if (to === NATIVE || !options) return nativeParts(bundle);
  const renamed = renamesFrom(bundle.project.labelSet, renames);
  if (typeof renamed === 'string') throw new Error(renamed);
  const prepare = { annotatorIds: 'all', renames: renamed, isAnonymous, split } as const;
  return bundleParts(findFormat(to)!, bundle, { prepare, options }, losses);
}

function* nativeParts(bundle: Bundle): Iterable<FilePart> {
  for (const content of bundleChunks(bundle)) yield { path: 'project.spanmark.json', content };
}
