import { t } from '#language/t.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { lockOfLayer } from '#state/annotate/layer-locks.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type EarlierStores } from '#state/earlier-stores.ts';
import { messageOf } from '#state/message-of.ts';
import { type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { setLayerRemoved } from '#storage/trash.ts';

export interface LayerMoving {
  /** Puts a layer into the trash, or says why not: another tab writes it, or its last edit is not saved. */
  readonly moveLayer: (
    articleId: ArticleId,
    annotatorId: AnnotatorId,
  ) => Promise<{ readonly isDone: boolean; readonly text: string }>;
  /** The layer of an annotator on an article of the shown project. */
  readonly keyFor: (articleId: ArticleId, annotatorId: AnnotatorId) => LayerKey;
  /** Lets everything that shows the library, here and in other tabs, see what has changed. */
  readonly tellAll: () => Promise<void>;
  /** Shows a layer anew where its article is open, as it may be written now or no longer. */
  readonly showAgain: (key: LayerKey) => Promise<void>;
}

/** Putting a layer away while nobody writes it. */
export function createLayerMoving(
  { database, now, tellTabs, requestTabLock }: Dependencies,
  { session, library, annotate }: EarlierStores,
): LayerMoving {
  const keyFor = (articleId: ArticleId, annotatorId: AnnotatorId): LayerKey => {
    return { projectId: session.getState().project.id, articleId, annotatorId };
  };

  const tellAll = async (): Promise<void> => {
    tellTabs();
    await session.getState().refresh();
    await library.getState().refresh();
  };

  /** True where this tab shows the layer. */
  const isShown = ({ articleId, annotatorId }: LayerKey): boolean => {
    const { layer } = annotate.getState();
    return layer.articleId === articleId && layer.annotatorId === annotatorId;
  };

  const showAgain = async (key: LayerKey): Promise<void> => {
    const { phase, close, open } = annotate.getState();
    if (phase !== 'open' || !isShown(key)) return;
    close();
    await open(key.articleId, key.annotatorId);
  };

  /** Why a layer cannot be put away now, or empty once it can. */
  const refusal = async (key: LayerKey): Promise<string> => {
    const { permission, settled } = annotate.getState();
    if (!isShown(key) || permission === 'other-annotator') return '';
    await settled();
    if (annotate.getState().saving.kind !== 'saved') return t`The last change is not saved. Save it first.`;
    return permission === 'other-tab' ? ELSEWHERE : '';
  };

  /** Runs a job while no other tab can write the layer; false where one does. */
  const alone = async (key: LayerKey, job: () => Promise<void>): Promise<boolean> => {
    // This tab has the lock of a layer that it may write.
    if (isShown(key) && annotate.getState().permission !== 'other-annotator') {
      await job();
      return true;
    }
    const lock = requestTabLock(lockOfLayer(nameOfLayer(key)), () => undefined);
    try {
      if (!(await lock.held)) return false;
      await job();
      return true;
    } finally {
      lock.release();
    }
  };

  const moveLayer: LayerMoving['moveLayer'] = async (articleId, annotatorId) => {
    const key = keyFor(articleId, annotatorId);
    try {
      const why = await refusal(key);
      if (why !== '') return { isDone: false, text: why };
      const removed = { at: now(), by: session.getState().annotatorId };
      if (!(await alone(key, () => setLayerRemoved(database, key, removed)))) {
        return { isDone: false, text: ELSEWHERE };
      }
      await tellAll();
      await showAgain(key);
      return { isDone: true, text: t`The layer is in the trash, where it can be put back for 30 days.` };
    } catch (error) {
      return { isDone: false, text: messageOf(error) };
    }
  };
  return { moveLayer, keyFor, tellAll, showAgain };
}

const ELSEWHERE = t`Another tab is annotating this article. Close it there first.`;
