import { t } from '#language/t.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { bundleFileName } from './bundle-file-name.ts';
import { type Dependencies } from './dependencies.ts';
import { messageOf } from './message-of.ts';

/**
 * The way out when the disk refuses: a file made from what is in memory, named after `title`. Never rejects; gives back why it
 * could not be made, or an empty text.
 */
export async function downloadHeld(
  { transfer, download }: Pick<Dependencies, 'transfer' | 'download'>,
  title: string,
  held: Pick<Bundle, 'project'> & Partial<Bundle>,
): Promise<string> {
  try {
    const bundle = { annotators: [], articles: [], layers: [], decisions: [], threads: [], ...held };
    download(bundleFileName(title), await transfer.writeBundleBlob(bundle));
    return '';
  } catch (error) {
    return t`The file could not be made: ${messageOf(error)}.`;
  }
}
