import { reportNames } from '#core/agreement/report-names.ts';
import { drawPng } from '#platform/draw-png.ts';
import { fileNameOf } from '#state/bundle-file-name.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { messageOf } from '#state/message-of.ts';
import { type SessionStore } from '#state/session-store.ts';
import { type AgreementState } from './agreement-state.ts';

/** Saving the report that is shown, and pictures of it. */
export function createSaving(
  { download }: Dependencies,
  session: SessionStore,
  set: (part: Pick<AgreementState, 'failure'>) => void,
  get: () => AgreementState,
): Pick<AgreementState, 'saveReport' | 'savePicture'> {
  const nameOf = (ending: string): string => fileNameOf(session.getState().project.name, ending);
  return {
    saveReport: async (file) => {
      const { report } = get();
      if (!report) return;
      const { project, annotators } = session.getState();
      try {
        const { fileOf } = await import('./report-file.ts');
        const { ending, type, content } = fileOf(file, report, annotators, reportNames(project.labelSet, annotators));
        download(nameOf(ending), new Blob([content], { type }));
        set({ failure: '' });
      } catch (error) {
        set({ failure: messageOf(error) });
      }
    },
    savePicture: async (name, { svg, width, height }, kind) => {
      try {
        const blob = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await drawPng(svg, width, height);
        download(nameOf(`${name}.${kind}`), blob);
        set({ failure: '' });
      } catch (error) {
        set({ failure: messageOf(error) });
      }
    },
  };
}
