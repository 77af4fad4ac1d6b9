import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { withExamples, withGuidelineText } from '#core/project/change-guidelines.ts';
import {
  GUIDELINE_LIMITS,
  type GuidelineExample,
  guidelineOf,
  type Guidelines,
  guidelinesInForce,
  type GuidelineVersion,
  sameExample,
  sameGuidelines,
} from '#core/project/guidelines.ts';
import { type Project } from '#core/project/project.ts';
import { recordGuidelines } from '#core/project/record-guidelines.ts';
import { changeProject } from '#storage/projects.ts';
import { StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Saving } from './annotate-state.ts';
import { type Dependencies } from './dependencies.ts';
import { nameOf, type SessionStore } from './session-store.ts';

/** Changes the guidelines of the project, which the session holds, and says how far the disk has got with that. */
export interface GuidelinesState {
  readonly saving: Saving;
  /** What could not be read again, or empty. */
  readonly failure: string;

  /** Reads the project again, which another tab may have changed; does nothing while a change is on its way to the disk. */
  readonly refresh: () => Promise<void>;
  /** Says this in general or, with a label, about it. */
  readonly writeText: (label: LabelId | undefined, text: string) => void;
  /** Adds an example, and resolves with a sentence about what became of it. */
  readonly addExample: (label: LabelId, example: GuidelineExample) => Promise<string>;
  readonly changeExample: (label: LabelId, before: GuidelineExample, after: GuidelineExample) => void;
  readonly moveExample: (label: LabelId, example: GuidelineExample, step: 1 | -1) => void;
  /** Takes an example out; the version that has it stays. */
  readonly removeExample: (label: LabelId, example: GuidelineExample) => void;
  /** Makes a new version of an old one; those between stay. */
  readonly restoreVersion: (version: GuidelineVersion) => void;
  /** Tries again after a failure; what was not saved is still here. */
  readonly retrySaving: () => void;
}

export type GuidelinesStore = StoreApi<GuidelinesState>;

/** A change on its way to the disk. It is made on what is stored there, so that another tab's changes stay. */
interface Change {
  readonly apply: (guidelines: Guidelines) => Guidelines;
  /** False where the version before must stay, since the change takes something away from it. */
  readonly mayReplace: boolean;
  readonly by: string;
  readonly at: string;
}

export function createGuidelinesStore({ database, now }: Dependencies, session: SessionStore): GuidelinesStore {
  return createStore<GuidelinesState>((set, get) => {
    const waiting: Change[] = [];
    let running: Promise<void> | undefined;
    /** The project as this tab saw it last on the disk. Of its versions, only the newest may be replaced: not another tab's. */
    let seen = session.getState().project;

    const changed = (project: Project, { apply, mayReplace, by, at }: Change): Project => {
      const content = apply(guidelinesInForce(project.guidelines));
      return { ...project, guidelines: recordGuidelines(project.guidelines, content, by, at, mayReplace) };
    };
    const changedOnDisk = (stored: Project, change: Change): Project => {
      const mayReplace = change.mayReplace && isSame(stored.guidelines.at(-1), seen.guidelines.at(-1));
      return changed(stored, { ...change, mayReplace });
    };
    const drain = async (): Promise<void> => {
      let end: Saving = { kind: 'saved' };
      try {
        for (let next = waiting[0]; next; next = waiting[0]) {
          const change = next;
          const stored = await changeProject(database, seen, (project) => changedOnDisk(project, change));
          waiting.shift();
          seen = stored;
          session.setState({ project: waiting.reduce(changed, stored) });
        }
      } catch (error) {
        end = { kind: 'failed', message: error instanceof StorageError ? error.message : String(error) };
      }
      running = undefined;
      set({ saving: end });
    };
    const start = (): Promise<void> => {
      set({ saving: { kind: 'saving' } });
      running ??= drain();
      return running;
    };
    const push = (apply: Change['apply'], mayReplace = true): Promise<void> => {
      const { project, annotators, annotatorId } = session.getState();
      const change: Change = { apply, mayReplace, by: nameOf(annotators, annotatorId), at: now() };
      const after = changed(project, change);
      if (after.guidelines === project.guidelines) return Promise.resolve();
      if (waiting.length === 0) seen = project;
      waiting.push(change);
      session.setState({ project: after });
      return start();
    };
    const labelName = (label: LabelId): string => findLabel(session.getState().project.labelSet, label)?.name ?? label;

    return {
      saving: { kind: 'saved' },
      failure: '',

      refresh: async () => {
        if (waiting.length > 0) return;
        try {
          await session.getState().refresh();
          set({ failure: '' });
        } catch (error) {
          set({ failure: (error as StorageError).message });
        }
      },
      writeText: (label, text) => {
        void push((guidelines) => withGuidelineText(guidelines, label, text));
      },
      addExample: async (label, example) => {
        const { examples } = guidelineOf(guidelinesInForce(session.getState().project.guidelines), label);
        if (examples.some((known) => sameExample(known, example))) return 'This example is in the guideline already.';
        if (examples.length >= GUIDELINE_LIMITS.examples) {
          return `A label can have at most ${GUIDELINE_LIMITS.examples} examples.`;
        }
        await push((guidelines) => withExamples(guidelines, label, (all) => [...all, example]));
        const { saving } = get();
        if (saving.kind === 'failed') return `The example is not saved. ${saving.message}`;
        const kind = example.isGood ? 'a good example' : 'an example of what not to do';
        return `Added to the guideline of ${labelName(label)} as ${kind}.`;
      },
      changeExample: (label, before, after) => {
        void push((guidelines) =>
          withExamples(guidelines, label, (all) => {
            const at = all.findIndex((example) => sameExample(example, before));
            return at < 0 ? all : all.with(at, after);
          }),
        );
      },
      moveExample: (label, example, step) => {
        void push((guidelines) => withExamples(guidelines, label, (all) => moved(all, example, step)));
      },
      removeExample: (label, example) => {
        void push((guidelines) => withExamples(guidelines, label, (all) => without(all, example)), false);
      },
      restoreVersion: ({ text, labels }) => {
        void push(() => ({ text, labels }), false);
      },
      retrySaving: () => {
        if (waiting.length > 0) void start();
      },
    };
  });
}

function isSame(a: GuidelineVersion | undefined, b: GuidelineVersion | undefined): boolean {
  if (!a || !b) return a === b;
  return a.at === b.at && a.by === b.by && sameGuidelines(a, b);
}

function moved(
  examples: readonly GuidelineExample[],
  example: GuidelineExample,
  step: 1 | -1,
): readonly GuidelineExample[] {
  const at = examples.findIndex((each) => sameExample(each, example));
  const other = examples[at + step];
  if (at < 0 || other === undefined) return examples;
  return examples.with(at, other).with(at + step, examples[at]!);
}

function without(examples: readonly GuidelineExample[], example: GuidelineExample): readonly GuidelineExample[] {
  const at = examples.findIndex((each) => sameExample(each, example));
  return at < 0 ? examples : examples.toSpliced(at, 1);
}
