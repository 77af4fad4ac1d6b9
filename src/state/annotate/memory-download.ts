import { downloadHeld } from '#state/download-held.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';

/** The way out when the disk refuses: the open article as it stands in memory, as a file. */
export function createMemoryDownload({ dependencies, session, get }: Parts): Pick<AnnotateState, 'downloadFromMemory'> {
  return {
    downloadFromMemory: async () => {
      const { phase, article, layer, say } = get();
      if (phase !== 'open') return;
      const { project, annotators: known } = session.getState();
      const annotators = known.filter(({ id }) => id === layer.annotatorId);
      const held = { project, annotators, articles: [article], layers: [layer] };
      const failure = await downloadHeld(dependencies, article.title, held);
      if (failure !== '') say(failure);
    },
  };
}
