import { t } from '#language/t.ts';
import { carryLayer, type Decision } from '#core/carry-over/carry-layer.ts';
import { carryPages } from '#core/carry-over/carry-pages.ts';
import { type Article, type ArticleId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { countWords } from '#core/text/count-words.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { correctArticle, type Correction } from '#storage/correct-article.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { type AnnotateStore } from '#state/annotate/annotate-store.ts';
import { type Comparing, type CorrectionParts } from './correction-comparing.ts';
import { type DraftKeeper, draftKeyOf } from './correction-draft.ts';
import { undecidedIn } from './correction-state.ts';
import { alreadyThere, busySentence, PROBLEM_SENTENCES, savedSentence, undecidedSentence } from './correction-words.ts';
import { type HeldLayer, holdLayers } from '#state/held-layers.ts';
import { type LibraryStore } from '#state/library-store.ts';

/** What saving a correction needs besides the correction. */
interface Surroundings {
  readonly keeper: DraftKeeper;
  readonly annotate: AnnotateStore;
  readonly library: LibraryStore;
  /** Puts the correction away. */
  readonly reset: () => void;
}

const NO_DECISIONS: ReadonlyMap<SpanId, Decision> = new Map();

/** Saving a correction: everything is checked and compared again while no other tab can write any of the layers. */
export function createSavingCorrection(
  { dependencies, set, get }: CorrectionParts,
  comparing: Comparing,
  { keeper, annotate, library, reset }: Surroundings,
): () => Promise<ArticleId | undefined> {
  const { database, now } = dependencies;

  /** Why the draft cannot be saved as it is, or empty. */
  const obstacle = (): string => {
    const { preview } = get();
    if (!preview) return PROBLEM_SENTENCES.same;
    if (preview.problem !== 'none') return PROBLEM_SENTENCES[preview.problem];
    if (annotate.getState().saving.kind === 'failed') {
      return t`The last change to the spans is not saved yet. Open the article, have it saved, then come back.`;
    }
    const undecided = undecidedIn(get());
    return undecided > 0 ? undecidedSentence(undecided) : '';
  };

  /** Writes the correction; gives what is in the way, or empty. */
  const write = async (id: ArticleId): Promise<string> => {
    const held = await holdLayers(
      dependencies,
      comparing.layers().map(({ key }) => key),
    );
    try {
      if (held.busy.length > 0) return busySentence(held.busy.some(comparing.isOwn));
      const current = await comparing.read(id);
      if (!sameNumbers(current, comparing.layers())) {
        comparing.use(current);
        await comparing.compare(0);
        return t`The spans of this article were changed in the meantime. Look at the list again, then save.`;
      }
      const same = await correctArticle(
        database,
        comparing.projectId(),
        correctionFrom(get(), comparing, now()),
        now(),
      );
      return same ? alreadyThere(same.title, same.removedAt !== '') : '';
    } finally {
      held.release();
    }
  };

  return async () => {
    if (get().phase !== 'open') return undefined;
    set({ phase: 'saving', failure: '' });
    const { id } = get().article;
    let failure: string;
    try {
      await comparing.compare(0);
      await annotate.getState().settled();
      // A draft that reaches the disk after the correction would be found again.
      await keeper.kept();
      failure = obstacle() || (await write(id));
    } catch (error) {
      failure = (error as StorageError).message;
    }
    const { preview, decisions, result, draft } = get();
    if (failure !== '') {
      set({ phase: 'open', failure });
      return undefined;
    }
    reset();
    await library.getState().refresh();
    annotate.getState().say(preview ? savedSentence(preview, decisions, result) : '');
    return articleIdOf(draft);
  };
}

/** The new article with everyone's layers: the annotator's own by the decisions, the others' with what has a place. */
function correctionFrom(
  { article, draft, preview, decisions }: ReturnType<CorrectionParts['get']>,
  comparing: Comparing,
  at: string,
): Correction {
  const anchors = comparing.anchors();
  if (!preview || !anchors) throw new RangeError('a text that was not compared cannot be saved');
  const pages = carryPages(article.text, draft, article.pages);
  const corrected: Article = { ...article, id: articleIdOf(draft), text: draft, pages, correctionOf: article.id };
  const carried = comparing.layers().map(({ key, stored: { layer, number } }) => {
    const isOwn = comparing.isOwn(key);
    const theirs = preview.others.find(({ annotatorId }) => annotatorId === key.annotatorId);
    const spans = isOwn || !theirs ? preview.own : theirs.spans;
    const made = carryLayer(anchors, layer, spans, isOwn ? decisions : NO_DECISIONS, corrected.id, at).layer;
    const isChanged = isOwn && layer.status !== 'not-started';
    return { layer: isChanged ? { ...made, changedAt: at } : made, madeFrom: number, isOwn };
  });
  return {
    article: corrected,
    words: countWords(draft, article.language),
    layers: carried,
    draftKey: draftKeyOf(comparing.projectId(), article.id),
  };
}

function sameNumbers(one: readonly HeldLayer[], two: readonly HeldLayer[]): boolean {
  return numbersOf(one) === numbersOf(two);
}

function numbersOf(layers: readonly HeldLayer[]): string {
  return JSON.stringify(layers.map(({ key, stored }) => [key.annotatorId, stored.number]));
}
