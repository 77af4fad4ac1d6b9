import { DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { type Picture } from '#core/agreement/pictures.ts';
import { type AgreementReport, type AgreementSettings } from '#core/agreement/report.ts';
import { reportNames } from '#core/agreement/report-names.ts';
import { type Behind, type BehindQuestion } from '#core/agreement/spans-behind.ts';
import { drawPng } from '#platform/draw-png.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { fileNameOf } from '#state/bundle-file-name.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { type SessionStore } from '#state/session-store.ts';
import { type AgreementProgress } from '#workers/agreement-work.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
// Wholly a type: the files are written when the first is asked for.
import type { ReportFile } from './report-file.ts';

/** So many cases behind a figure are listed. */
const LISTED = 200;

/** What is behind a figure, as it is looked up. */
export interface BehindShown {
  readonly title: string;
  /** Undefined while it is looked for, and where that failed. */
  readonly found: Behind | undefined;
  readonly failure: string;
}

/** How well annotators agree in the open project. */
export interface AgreementState {
  /** While it is computed again, the report before stays. */
  readonly phase: 'closed' | 'computing' | 'ready' | 'failed' | 'cancelled';
  readonly failure: string;
  /** Undefined before it is known. */
  readonly progress: AgreementProgress | undefined;
  /** What is asked for; what is shown may still be by others, which it names. */
  readonly settings: AgreementSettings;
  readonly report: AgreementReport | undefined;
  readonly behind: BehindShown | undefined;

  /** Computes the report, unless the one that is shown is of the library as it is. */
  readonly visit: () => Promise<void>;
  readonly compute: () => Promise<void>;
  /** Stops computing; the report before stays. */
  readonly cancel: () => void;
  /** Changes the settings and computes by them. */
  readonly choose: (settings: Partial<AgreementSettings>) => Promise<void>;
  /** Looks up which spans a figure is made of, to be shown below the title. */
  readonly lookBehind: (question: BehindQuestion, title: string) => Promise<void>;
  readonly closeBehind: () => void;
  /** Lets go of everything about the project. */
  readonly leaveProject: () => void;
  /** Downloads the report that is shown; does nothing without one. A failure is said in `failure`. */
  readonly saveReport: (file: ReportFile) => Promise<void>;
  /** Downloads a picture; a failure is said in `failure`. */
  readonly savePicture: (name: string, picture: Picture, kind: 'svg' | 'png') => Promise<void>;
}

export type AgreementStore = StoreApi<AgreementState>;

/** The stores that say what is compared, and when all of it is on the disk. */
interface Around {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
}

const NOTHING = { phase: 'closed', failure: '', progress: undefined, report: undefined, behind: undefined } as const;

export function createAgreementStore(
  dependencies: Dependencies,
  { session, library, annotate }: Around,
): AgreementStore {
  const { agreeing: worker, download } = dependencies;
  /** Each grows with what it counts, so that what ends late shows nothing. */
  let turn = 0;
  let looking = 0;
  /** The library that the report is of. */
  let computedFor: unknown;

  return createStore<AgreementState>((set, get) => ({
    ...NOTHING,
    settings: DEFAULT_SETTINGS,
    visit: async () => {
      const { phase, compute } = get();
      if (phase === 'computing') return;
      await annotate.getState().settled();
      await library.getState().whenRead();
      if (phase !== 'ready' || computedFor !== library.getState().articles) await compute();
    },
    compute: async () => {
      const mine = (turn += 1);
      set({ phase: 'computing', failure: '', progress: undefined });
      try {
        // An edit that is still on its way to the disk is compared too.
        await annotate.getState().settled();
        await library.getState().whenRead();
        if (mine !== turn) return;
        const { articles, present } = library.getState();
        const articleIds = new Set(present().map(({ id }) => id));
        const { project } = session.getState();
        const report = await worker.report({ project, articleIds, settings: get().settings }, (progress) => {
          if (mine === turn) set({ progress });
        });
        if (mine !== turn) return;
        computedFor = articles;
        set({ phase: 'ready', progress: undefined, report });
      } catch (error) {
        if (mine === turn) set({ phase: 'failed', progress: undefined, failure: wordsOf(error) });
      }
    },
    cancel: () => {
      if (get().phase !== 'computing') return;
      turn += 1;
      worker.close();
      set({ phase: 'cancelled', progress: undefined });
    },
    choose: async (changed) => {
      // What is under way is of no use any more.
      if (get().phase === 'computing') worker.close();
      set({ settings: { ...get().settings, ...changed } });
      await get().compute();
    },
    lookBehind: async (question, title) => {
      const mine = (looking += 1);
      set({ behind: { title, found: undefined, failure: '' } });
      try {
        const found = await worker.behind(question, LISTED);
        if (mine === looking) set({ behind: { title, found, failure: '' } });
      } catch (error) {
        if (mine === looking) set({ behind: { title, found: undefined, failure: wordsOf(error) } });
      }
    },
    closeBehind: () => {
      looking += 1;
      set({ behind: undefined });
    },
    leaveProject: () => {
      turn += 1;
      looking += 1;
      computedFor = undefined;
      worker.close();
      set({ ...NOTHING, settings: { ...get().settings, annotatorIds: undefined } });
    },
    saveReport: async (file) => {
      const { report } = get();
      if (!report) return;
      const { project, annotators } = session.getState();
      try {
        const { fileOf } = await import('./report-file.ts');
        const { ending, type, content } = fileOf(file, report, annotators, reportNames(project.labelSet, annotators));
        download(fileNameOf(project.name, ending), new Blob([content], { type }));
        set({ failure: '' });
      } catch (error) {
        set({ failure: wordsOf(error) });
      }
    },
    savePicture: async (name, { svg, width, height }, kind) => {
      try {
        const blob = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await drawPng(svg, width, height);
        download(fileNameOf(session.getState().project.name, `${name}.${kind}`), blob);
        set({ failure: '' });
      } catch (error) {
        set({ failure: wordsOf(error) });
      }
    },
  }));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
