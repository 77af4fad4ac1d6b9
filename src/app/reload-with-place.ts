import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type AnnotateData } from '#state/annotate/annotate-state.ts';
import { type Stores } from '#state/react.tsx';
import { isAllSaved } from './is-all-saved.ts';

/** How long an edit may be on its way to the disk before the page is not reloaded, in milliseconds. */
const PATIENCE_MS = 8000;
const LOOK_AGAIN_MS = 50;

/** True once nothing is on its way to the disk any more; false where the disk refused it or takes too long. */
export async function whenAllSaved(stores: Stores): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
    if (isAllSaved(stores)) return true;
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_AGAIN_MS);
    });
  }
  return false;
}

/** Where somebody was in an article, as the history of this tab keeps it over a reload. */
interface KeptPlace extends Pick<AnnotateData, 'selection' | 'selectedId' | 'target'> {
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
}

/** Loads the page anew; an article that is being annotated opens with the caret, selection and span that it has now. */
export function reloadWithPlace({ annotate }: Stores): void {
  const { phase, article, layer, selection, selectedId, target } = annotate.getState();
  if (phase === 'open') {
    const place: KeptPlace = { articleId: article.id, annotatorId: layer.annotatorId, selection, selectedId, target };
    history.replaceState({ place }, '');
  }
  location.reload();
}

/** Goes back to where the page was before it was loaded anew, as soon as that article is open; once, and only there. */
export function restorePlace({ annotate }: Pick<Stores, 'annotate'>): void {
  const { place } = (history.state ?? {}) as { readonly place?: KeptPlace };
  if (!place) return;
  history.replaceState(null, '');
  const stop = annotate.subscribe((state) => {
    if (state.phase !== 'open') return;
    stop();
    const { articleId, annotatorId, selection, selectedId, target } = place;
    if (state.article.id !== articleId || state.layer.annotatorId !== annotatorId) return;
    const isThere = findSpan(state.layer.spans, selectedId) !== undefined;
    const { length } = state.article.text;
    annotate.setState({
      ...(selection && selection.anchor <= length && selection.head <= length ? { selection } : {}),
      ...(isThere ? { selectedId, target } : {}),
      reveal: state.reveal + 1,
    });
  });
}
