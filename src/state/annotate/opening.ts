import { t } from '#language/t.ts';
import { recordEntry } from '#core/edits/history.ts';
import { type AnnotatorId, type Article, type ArticleId } from '#core/project/project.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { bringUpToDate, isSameLabelSet } from '#storage/label-changes.ts';
import { type Step } from '#storage/layers.ts';
import { type OpenedArticle, readOpened } from '#storage/open-article.ts';
import { type StoredLayer } from '#storage/replay.ts';
import { type LayerKey } from '#storage/rows.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type AnnotateData, NOTHING_OPEN, type Permission } from './annotate-state.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type Folding } from './folding.ts';
import { createLayerLocks } from './layer-locks.ts';
import { type SaveQueue } from './save-queue.ts';
import { type SessionStore } from '#state/session-store.ts';

type Opening = Pick<AnnotateState, 'open' | 'close' | 'settled' | 'retrySaving'>;
/** Opening and closing an article; one tab at a time may write a layer. */
export function createOpening(
  { dependencies, session, set, get }: Parts,
  { queue, folding }: { readonly queue: SaveQueue; readonly folding: Folding },
): Opening {
  const { requestTabLock } = dependencies;
  const locks = createLayerLocks(requestTabLock, (key) => queue.waitingFor(key).length === 0);
  let turn = 0;
  /** Ends when each layer that was left is on the disk and its lock given back, or the disk refuses. */
  let left: Promise<void> = Promise.resolve();

  const close = (): void => {
    turn += 1;
    locks.letGo();
    const { saving, notice } = get();
    set({ ...NOTHING_OPEN, saving, notice });
    left = left.then(async () => {
      await queue.settled();
      locks.releaseSaved();
    });
  };

  /** Reads the article with the layer and shows it, with the edits on top that the disk has refused so far. */
  const show = async (mine: number, key: LayerKey, wanted: Permission): Promise<void> => {
    const read = await readOpened(dependencies.database, key);
    if (mine !== turn) return;
    if (!read) {
      locks.letGo();
      locks.releaseSaved();
      set({ phase: 'missing' });
      return;
    }
    await showNewestLabels(read, session);
    const permission = permissionFor(wanted, read);
    const stored = await layerFor(dependencies, key, permission, queue.waitingFor(key).length > 0, read);
    if (mine !== turn) return;
    set(opened(get(), read.article, queue.waitingFor(key).reduce(withStep, stored), permission));
    if (permission === 'write') folding.opened(key, read.tail);
  };

  const fail = (mine: number, error: unknown): void => {
    if (mine === turn) set({ phase: 'failed', failure: (error as StorageError).message });
  };

  /** Shows a layer to write; while another tab writes it, to read, and again when that tab lets go. */
  const showMine = async (mine: number, key: LayerKey): Promise<void> => {
    let isGranted = false;
    let shown: Promise<void> = Promise.resolve();
    const isHeld = await locks.hold(key, () => {
      isGranted = true;
      // After what is being read now, which may be older than the other tab's last edit.
      shown = shown
        .then(() => show(mine, key, 'write'))
        .catch((error: unknown) => {
          fail(mine, error);
        });
    });
    // Steps of the layer that the disk refused so far are this tab's, and so is the lock that it keeps for them.
    const isMine = isHeld || queue.waitingFor(key).length > 0;
    if (!isGranted) shown = show(mine, key, isMine ? 'write' : 'other-tab');
    await shown;
  };

  const open: Opening['open'] = async (articleId, annotatorId, spanId, place) => {
    const { project, annotatorId: writer } = session.getState();
    const isMine = annotatorId === writer;
    if (isShown(get(), articleId, annotatorId, isMine)) {
      showTarget(get(), set, spanId, place);
      return;
    }
    close();
    const mine = turn;
    set({ phase: 'opening' });
    try {
      await left;
      if (mine !== turn) return;
      const key = { projectId: project.id, articleId, annotatorId };
      await (isMine ? showMine(mine, key) : show(mine, key, 'other-annotator'));
      if (mine === turn) showTarget(get(), set, spanId, place);
    } catch (error) {
      fail(mine, error);
    }
  };

  return {
    open,
    close,
    settled: async () => {
      await left;
      await queue.settled();
    },
    retrySaving: () => {
      queue.retry();
      void queue.settled().then(locks.releaseSaved);
    },
  };
}

/** Brings into sight what the address names: a place of the text, or a span. */
function showTarget(
  { article, layer, phase, reveal, say, selectSpan }: AnnotateState,
  set: Parts['set'],
  spanId: SpanId | undefined,
  place: TextRange | undefined,
): void {
  if (phase !== 'open') return;
  if (place && place.to > article.text.length) return say(t`The place that the address names is not in this text.`);
  if (place) {
    set({
      selection: { anchor: place.from, head: place.to },
      selectedId: undefined,
      target: 'text',
      reveal: reveal + 1,
    });
  } else if (findSpan(layer.spans, spanId)) selectSpan(spanId, true);
  else if (spanId !== undefined) say(t`The span that the address names is not in this layer.`);
}

/** Nothing is written over a log that is damaged, nor into the trash. */
function permissionFor(wanted: Permission, { stored, isAway }: OpenedArticle): Permission {
  if (wanted === 'other-annotator') return wanted;
  if (stored.damage) return 'damaged';
  return isAway ? 'in-trash' : wanted;
}

/** Another tab may have changed the label set that the layer is to be shown with. */
async function showNewestLabels({ project: stored }: OpenedArticle, session: SessionStore): Promise<void> {
  const { project, refresh } = session.getState();
  if (stored && !isSameLabelSet(stored.labelSet, project.labelSet)) await refresh();
}

/** The layer through the changes of the label set; one that is to be written follows them on the disk first. */
async function layerFor(
  { database, now }: Dependencies,
  key: LayerKey,
  permission: Permission,
  isUnsaved: boolean,
  { stored, seen }: OpenedArticle,
): Promise<StoredLayer> {
  // Edits that the disk has refused so far are numbered after the layer as it is.
  if (isUnsaved || seen === stored.layer) return stored;
  return permission === 'write' ? bringUpToDate(database, key, now()) : { ...stored, layer: seen };
}

/** True where the layer is open already and for the right purpose; who annotates may have changed since. */
function isShown(shown: AnnotateData, articleId: ArticleId, annotatorId: AnnotatorId, isMine: boolean): boolean {
  const { phase, article, layer, permission } = shown;
  const isOpen = phase === 'open' && article.id === articleId && layer.annotatorId === annotatorId;
  return isOpen && isMine === (permission !== 'other-annotator');
}

/** What the store holds once the layer is read; read again, it keeps what does not depend on the layer. */
export function opened(before: AnnotateData, article: Article, stored: StoredLayer, permission: Permission) {
  const isAgain = before.phase === 'open';
  const paragraphs = isAgain ? before.paragraphs : paragraphsOf(article.text);
  const { layer, history, number, sum, damage } = stored;
  return {
    phase: 'open',
    article,
    paragraphs,
    layer,
    history,
    number,
    sum,
    damage,
    permission: permission === 'write' && before.saving.kind === 'failed' ? 'not-saved' : permission,
    selection: isAgain ? before.selection : { anchor: 0, head: 0 },
    selectedId: findSpan(layer.spans, before.selectedId)?.id,
  } satisfies Partial<AnnotateData>;
}

/** A layer after a step that is not on the disk yet; the disk's own where the step does not follow on from it. */
function withStep(stored: StoredLayer, { number, cause, layer, sum }: Step): StoredLayer {
  if (number !== stored.number + 1) return stored;
  return { layer, history: recordEntry(stored.history, number, cause), number, sum };
}
