import { t } from '#language/t.ts';
import { type MergeChoice } from '#core/merge/conflict.ts';
import { type ProjectId } from '#core/project/project.ts';
import { nameOfLayer } from '#storage/rows.ts';
// Wholly types: imports that stay would bring the worker's code along.
import type { ChoicesByLayer } from '#storage/merge-layer.ts';
import type { MergeShown } from '#workers/merge-shown.ts';
import type { PreparedFile } from '#workers/prepared-file.ts';
import type { WriteTarget } from '#workers/read-work.ts';
import type { Transfer } from '#workers/transfer.ts';
import { lockOfLayer } from './annotate/layer-locks.ts';
import { type Dependencies } from './dependencies.ts';

/** What is chosen for conflicts, by nameOfChoice; what is here is kept where nothing is chosen. */
export type MergeChosen = ReadonlyMap<string, MergeChoice>;

/** What the user has chosen for conflicts between copies of a layer. */
export interface MergeChoosingState {
  readonly merging: MergeChosen;
  /** Chooses for these conflicts of a layer; both are kept only where both can stand. */
  readonly chooseMerge: (handle: number, merge: MergeShown, keys: readonly string[], choice: MergeChoice) => void;
}

/** Choosing what becomes of conflicts, and writing what was chosen. */
export interface MergeChoosing extends Pick<MergeChoosingState, 'chooseMerge'> {
  /**
   * Writes a file with a choice for every conflict that its preview shows, while no other tab can write the layers that it is
   * merged into. Rejects where another tab has one, with a sentence that says what to do.
   */
  readonly write: (file: PreparedFile, target: Omit<WriteTarget, 'choices'>, report: Report) => Promise<boolean>;
}

type Report = Parameters<Transfer['write']>[2];

/** The name of what is chosen for a conflict of a file. */
export function nameOfChoice(handle: number, { articleId, annotatorId }: MergeShown, key: string): string {
  return JSON.stringify([handle, articleId, annotatorId, key]);
}

export function createMergeChoices(
  { transfer, requestTabLock }: Pick<Dependencies, 'transfer' | 'requestTabLock'>,
  set: (part: Pick<MergeChoosingState, 'merging'>) => void,
  get: () => MergeChoosingState & { readonly phase: string },
): MergeChoosing {
  return {
    chooseMerge: (handle, merge, keys, choice) => {
      if (get().phase !== 'preview') return;
      const chosen = new Map(get().merging);
      for (const { key, mayKeepBoth } of merge.conflicts) {
        if (!keys.includes(key)) continue;
        chosen.set(nameOfChoice(handle, merge, key), choice === 'both' && !mayKeepBoth ? 'mine' : choice);
      }
      set({ merging: chosen });
    },
    write: async (file, target, report) => {
      const choices = choicesFor(file, target.project.id, get().merging);
      const releases: (() => void)[] = [];
      try {
        for (const { articleId, annotatorId, title } of mergesOf(file)) {
          const name = nameOfLayer({ projectId: target.project.id, articleId, annotatorId });
          const lock = requestTabLock(lockOfLayer(name), () => undefined);
          releases.push(lock.release);
          if (!(await lock.held)) throw new Error(busySentence(title));
        }
        return await transfer.write(file.handle, { ...target, choices }, report);
      } finally {
        for (const release of releases) release();
      }
    },
  };
}

function choicesFor(file: PreparedFile, projectId: ProjectId, chosen: MergeChosen): ChoicesByLayer {
  return new Map(
    mergesOf(file).map((merge) => {
      const { articleId, annotatorId, conflicts } = merge;
      const choices = conflicts.map(({ key }): readonly [string, MergeChoice] => {
        return [key, chosen.get(nameOfChoice(file.handle, merge, key)) ?? 'mine'];
      });
      return [nameOfLayer({ projectId, articleId, annotatorId }), new Map(choices)];
    }),
  );
}

function busySentence(title: string): string {
  return t`“${title}” is being annotated in another tab, or its last edits are not saved yet. Close it there, then import the file.`;
}

function mergesOf({ reading }: PreparedFile): readonly MergeShown[] {
  return reading.kind === 'bundle' ? reading.merges : [];
}
