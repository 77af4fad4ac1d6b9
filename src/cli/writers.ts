import { type Bundle } from '#core/bundle/bundle.ts';
import { defaultOptions } from '#formats/exchange/default-options.ts';
import { type FormatId, NATIVE } from '#formats/exchange/detect-format.ts';
import { type FilePart } from '#formats/exchange/dataset.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { AS_IT_IS, bundleParts } from '#formats/exchange/write-dataset.ts';
import { FORMATS } from '#formats/registry.ts';
import { bundleChunks } from '#formats/native/write.ts';

/**
 * Writes a whole project in one format: the parts of its files in order, made while they are taken. What the format cannot
 * carry goes to `losses` by the time that the last part was taken.
 */
export type WriteBundle = (bundle: Bundle, losses: LossLog) => Promise<Iterable<FilePart>>;

/** What can be written, by the id of the format. */
export const WRITERS: ReadonlyMap<FormatId, WriteBundle> = new Map<FormatId, WriteBundle>([
  [NATIVE, (bundle) => Promise.resolve(nativeParts(bundle))],
  ...FORMATS.filter(({ write }) => write).map((format): [FormatId, WriteBundle] => [
    format.id,
    (bundle, losses) => bundleParts(format, bundle, { prepare: AS_IT_IS, options: defaultOptions(format) }, losses),
  ]),
]);

function* nativeParts(bundle: Bundle): Iterable<FilePart> {
  for (const content of bundleChunks(bundle)) yield { path: 'project.spanmark.json', content };
}
