import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { bundleFileName } from '#state/bundle-file-name.ts';

/** The way out when the disk refuses: a file made from what is in memory. */
export function createMemoryDownload({ dependencies, session, get }: Parts): Pick<AnnotateState, 'downloadFromMemory'> {
  return {
    downloadFromMemory: async () => {
      const { phase, article, layer, say } = get();
      if (phase !== 'open') return;
      const { project, annotators } = session.getState();
      const owner = annotators.filter(({ id }) => id === layer.annotatorId);
      try {
        const held = { project, annotators: owner, articles: [article], layers: [layer] };
        const bundle = { ...held, decisions: [], threads: [] };
        const blob = await dependencies.transfer.writeBundleBlob(bundle);
        dependencies.download(bundleFileName(article.title), blob);
      } catch (error) {
        say(`The file could not be made: ${error instanceof Error ? error.message : String(error)}.`);
      }
    },
  };
}
