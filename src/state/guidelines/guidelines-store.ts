import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { withExamples, withGuidelineText } from '#core/project/change-guidelines.ts';
import {
  GUIDELINE_LIMITS,
  type GuidelineExample,
  guidelineOf,
  guidelinesInForce,
  type GuidelineVersion,
  sameExample,
} from '#core/project/guidelines.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Saving } from '#state/annotate/annotate-state.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { downloadHeld } from '#state/download-held.ts';
import { createGuidelinesQueue } from './guidelines-queue.ts';
import { type SessionStore } from '#state/session-store.ts';

/** Changes the guidelines of the project, which the session holds, and says how far the disk has got with that. */
export interface GuidelinesState {
  readonly saving: Saving;
  /** What could not be read again or be made, as a sentence; or empty. */
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
  /** Downloads the guidelines with the label set as they stand in memory, which may be ahead of the disk. */
  readonly downloadFromMemory: () => Promise<void>;
  /** In the last moment of a page: keeps what is not on the disk yet for the next start. */
  readonly keepUnsaved: () => void;
}

export type GuidelinesStore = StoreApi<GuidelinesState>;

export function createGuidelinesStore(dependencies: Dependencies, session: SessionStore): GuidelinesStore {
  return createStore<GuidelinesState>((set, get) => {
    const { push, retry, isEmpty, keepUnsaved } = createGuidelinesQueue(dependencies, session, (saving) => {
      set({ saving });
    });
    const labelName = (label: LabelId): string => findLabel(session.getState().project.labelSet, label)?.name ?? label;

    return {
      saving: { kind: 'saved' },
      failure: '',

      refresh: async () => {
        if (!isEmpty()) return;
        try {
          await session.getState().refresh();
          set({ failure: '' });
        } catch (error) {
          set({ failure: t`The guidelines could not be read again. ${(error as StorageError).message}` });
        }
      },
      writeText: (label, text) => {
        void push((guidelines) => withGuidelineText(guidelines, label, text));
      },
      addExample: async (label, example) => {
        const { examples } = guidelineOf(guidelinesInForce(session.getState().project.guidelines), label);
        if (examples.some((known) => sameExample(known, example))) return t`This example is in the guideline already.`;
        if (examples.length >= GUIDELINE_LIMITS.examples) {
          return t`A label can have at most ${GUIDELINE_LIMITS.examples} examples.`;
        }
        await push((guidelines) => withExamples(guidelines, label, (all) => [...all, example]));
        const { saving } = get();
        if (saving.kind === 'failed') return t`The example is not saved. ${saving.message}`;
        const name = labelName(label);
        return example.isGood
          ? t`Added to the guideline of ${name} as a good example.`
          : t`Added to the guideline of ${name} as an example of what not to do.`;
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
      retrySaving: retry,
      downloadFromMemory: async () => {
        const { project } = session.getState();
        const failure = await downloadHeld(dependencies, project.name, { project });
        if (failure !== '') set({ failure });
      },
      keepUnsaved,
    };
  });
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
