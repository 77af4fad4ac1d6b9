import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { removeSpanEdit } from '../../src/core/edits/remove-span-edit.ts';
import { NO_HISTORY } from '../../src/core/edits/history.ts';
import { type Article } from '../../src/core/project/project.ts';
import { spansAt } from '../../src/core/spans/spans-at.ts';
import { findSpan } from '../../src/core/spans/span-index.ts';
import { type Span } from '../../src/core/spans/span.ts';
import { AnnotateScreen } from '../../src/screens/annotate/annotate-screen.tsx';
import { ArticleColumn } from '../../src/screens/annotate/article-column.tsx';
import { opened } from '../../src/state/annotate/opening.ts';
import { StoresContext, type Stores, useAnnotate } from '../../src/state/react.tsx';
import { importBundle } from '../../src/storage/import-bundle.ts';
import { type ArticleTextHandle } from '../../src/views/text/article-text.tsx';
import { blockAt, layOut } from '../../src/views/text/text-layout.ts';
import { offsetAtPoint } from '../../src/views/text/text-position.ts';
import { openBrowser } from './browser-stores.ts';
import { type Annotation, articleOf, bundleOf, layerOf, spanOf } from './marked-article.ts';
import '../../src/ui/tokens.css';
import './page.css';

/** What is put on the page, and where the article comes from. */
interface Stage {
  readonly shows: 'column' | 'screen';
  readonly from: 'memory' | 'disk';
}

/** The adapter of Spanmark's own view: its stores and a database of its own, as the app has them. */
export function makeAdapter({ shows, from }: Stage) {
  let stores: Stores;
  let article: Article;
  return {
    /** Writes the article and its layer to the disk, so that changes can be saved and it can be opened. */
    ready: async (text: string, annotations: readonly Annotation[]): Promise<void> => {
      const browser = await openBrowser('spanmark-bench');
      stores = browser.stores;
      const session = stores.session.getState();
      article = articleOf('A text of the bench', text);
      const bundle = bundleOf(session, [article], [layerOf(article, session.annotatorId, annotations)]);
      await importBundle(browser.database, session.project, bundle, {
        at: '2026-01-01T00:00:00.000Z',
        countWords: () => 1,
        report: () => {},
      });
      await stores.library.getState().load();
    },

    mount: async (box: HTMLElement, _text: string, annotations: readonly Annotation[]) => {
      const { annotatorId } = stores.session.getState();
      if (from === 'memory') {
        const stored = { layer: layerOf(article, annotatorId, annotations), history: NO_HISTORY, number: 0, sum: '' };
        stores.annotate.setState(opened(stores.annotate.getState(), article, stored, 'write'));
      }
      const view = shows === 'column' ? <Column /> : <Screen article={article} />;
      flushSync(() => {
        createRoot(box).render(<StoresContext value={stores}>{view}</StoresContext>);
      });
      if (from === 'disk') await stores.annotate.getState().open(article.id, annotatorId, undefined, undefined);
      return handleOf(stores, box);
    },
  };
}

/** The article column, once the article is open: as the annotate screen has it. */
function Column(): ReactNode {
  const view = useRef<ArticleTextHandle>(null);
  const phase = useAnnotate((state) => state.phase);
  if (phase !== 'open') return null;
  return (
    <ArticleColumn
      view={view}
      isPanelOpen={false}
      keys={() => undefined}
      onTogglePanel={() => {}}
      onOpenGuidelines={() => {}}
    />
  );
}

function Screen({ article }: { readonly article: Article }): ReactNode {
  return <AnnotateScreen articleId={article.id} spanId={undefined} namedAnnotator={undefined} place={undefined} />;
}

/** What the driver does with the open article. */
function handleOf({ annotate, session }: Stores, box: HTMLElement) {
  const { article, paragraphs } = annotate.getState();
  const layout = layOut(article.text, paragraphs);
  return {
    add: (annotation: Annotation): void => {
      annotate.getState().commit({ kind: 'add-span', span: spanOf(annotation) }, 'Added.');
    },
    remove: (id: string): void => {
      const { layer, commit } = annotate.getState();
      commit(removeSpanEdit(layer, findSpan(layer.spans, id)!), 'Deleted.');
    },
    /** As a click in the text finds what lies under it. */
    at: (x: number, y: number): readonly Span[] => {
      const offset = offsetAtPoint(box.querySelector<HTMLElement>('[data-text]')!, layout, x, y);
      return offset === undefined ? [] : spansAt(annotate.getState().layer.spans, offset);
    },
    /** A change of the toolbar above the text. */
    toolbar: (): void => {
      annotate.getState().arm(session.getState().project.labelSet.labels[0]!.id);
    },
    reveal: (offset: number): void => {
      box.querySelector(`[data-paragraph="${blockAt(layout, offset)}"]`)?.scrollIntoView({ block: 'start' });
    },
    shown: (): number => box.querySelectorAll('[data-span]').length,
  };
}
