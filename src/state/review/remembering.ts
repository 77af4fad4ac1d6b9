import { t } from '#language/t.ts';
import { type AnnotatorId, type ProjectId } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type ComparedChoice, EVERYBODY } from './review-state.ts';

/** Who is compared and whether names are shown, kept on the disk for each project. */
export interface Remembering extends Pick<ReviewState, 'showNames'> {
  /** Resolves when the store has the choice of this project; rejects where the disk cannot be read, and may be tried again. */
  readonly ready: () => Promise<void>;
  /** Compares these from now on, and remembers it. */
  readonly choose: (choice: ComparedChoice) => void;
  /**
   * Whether names are shown in an article with this log that is opened now: as they were last in this tab; after a reload
   * only where they were shown and the reviewer has decided here with names before, since nothing is given away there.
   */
  readonly areNamesShownIn: (log: readonly Decision[]) => boolean;
  /** Another project has another choice. */
  readonly forget: () => void;
}

interface Remembered {
  readonly choice: ComparedChoice;
  readonly areNamesShown: boolean;
}

const NOTHING: Remembered = { choice: EVERYBODY, areNamesShown: false };

export function createRemembering({ dependencies, session, set, get }: ReviewParts): Remembering {
  const { database } = dependencies;
  let reading: Promise<void> | undefined;
  let remembered = NOTHING;
  /** What was chosen in this tab, which what is read later must not change. */
  let chosen: Partial<Remembered> = {};

  const read = async (): Promise<void> => {
    const { id } = session.getState().project;
    const stored = readRemembered(await loadSetting(database, keyOf(id)));
    if (id !== session.getState().project.id) return;
    const { annotators } = session.getState();
    remembered = { ...stored, choice: amongThese(stored.choice, new Set(annotators.map((each) => each.id))) };
    if (!chosen.choice) set({ choice: remembered.choice });
  };
  const ready = async (): Promise<void> => {
    reading ??= read();
    const mine = reading;
    try {
      await mine;
    } catch (error) {
      if (reading === mine) reading = undefined;
      throw error;
    }
  };
  const keep = async (part: Partial<Remembered>): Promise<void> => {
    const { id } = session.getState().project;
    chosen = { ...chosen, ...part };
    try {
      await ready();
      if (id === session.getState().project.id) {
        await saveSetting(database, keyOf(id), storedFrom({ ...remembered, ...chosen }));
      }
    } catch (error) {
      get().say((error as StorageError).message);
    }
  };

  return {
    ready,
    choose: (choice) => {
      set({ choice });
      void keep({ choice });
    },
    showNames: (areNamesShown) => {
      set({ areNamesShown });
      get().say(
        areNamesShown
          ? t`Names are shown. Decisions about this article are not blind from now on, and say so.`
          : t`Names are hidden again.`,
      );
      void keep({ areNamesShown });
    },
    areNamesShownIn: (log) => {
      if (chosen.areNamesShown !== undefined) return chosen.areNamesShown;
      const { annotatorId } = session.getState();
      return remembered.areNamesShown && log.some(({ by, isBlind }) => by === annotatorId && !isBlind);
    },
    forget: () => {
      reading = undefined;
      remembered = NOTHING;
      chosen = {};
    },
  };
}

function keyOf(id: ProjectId): string {
  return `review ${id}`;
}

function storedFrom({ choice: { annotatorIds, alsoInProgress }, areNamesShown }: Remembered): unknown {
  return { annotatorIds: annotatorIds && [...annotatorIds], alsoInProgress, areNamesShown };
}

/** What the setting says; what it does not say in this form is as it is at first. */
function readRemembered(value: unknown): Remembered {
  if (typeof value !== 'object' || value === null) return NOTHING;
  const { annotatorIds, alsoInProgress, areNamesShown } = value as Partial<Record<string, unknown>>;
  const ids = Array.isArray(annotatorIds)
    ? new Set(annotatorIds.filter((id): id is AnnotatorId => typeof id === 'string'))
    : undefined;
  return {
    choice: { annotatorIds: ids, alsoInProgress: alsoInProgress === true },
    areNamesShown: areNamesShown === true,
  };
}

/** Of those who are not there any more nobody can be compared; where that is all of them, everybody is. */
function amongThese({ annotatorIds, ...choice }: ComparedChoice, there: ReadonlySet<AnnotatorId>): ComparedChoice {
  const left = annotatorIds && new Set([...annotatorIds].filter((id) => there.has(id)));
  return { ...choice, annotatorIds: left?.size === 0 ? undefined : left };
}
