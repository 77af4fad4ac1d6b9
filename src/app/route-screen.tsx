import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { ADDRESSES, annotateAddress } from '#state/addresses.ts';
import { useLibrary, useSession, useStores } from '#state/react.tsx';
import { type AnnotateHandle, AnnotateScreen } from '#screens/annotate/annotate-screen.tsx';
// Only its type: the screen itself comes later.
import type { ReviewHandle } from '#screens/review/review-handle.ts';
import { LibraryScreen } from '#screens/library/library-screen.tsx';
import { Page } from '#ui/page.tsx';
import { type ComponentType, type Ref, useEffect } from 'react';
import {
  AgreementScreen,
  ArticleFeedbackScreen,
  CorrectScreen,
  ExportScreen,
  FeedbackScreen,
  GuidelinesScreen,
  HelpWithKeys,
  HistoryScreen,
  ImportScreen,
  LabelsScreen,
  QuestionsScreen,
  ReviewQueue,
  ReviewScreen,
  SearchScreen,
  SettingsWithKeys,
  ShareScreen,
  StatisticsScreen,
  TrashScreen,
} from './lazy-screens.ts';
import { type PlainScreen, type Route } from './route.ts';

interface RouteScreenProps {
  readonly route: Route;
  /** Filled while the annotate screen is there. */
  readonly annotate: Ref<AnnotateHandle>;
  /** Filled while an article is being reviewed. */
  readonly review: Ref<ReviewHandle>;
}

/** The screens whose address says nothing more. */
const PLAIN = {
  library: LibraryScreen,
  statistics: StatisticsScreen,
  agreement: AgreementScreen,
  labels: LabelsScreen,
  import: ImportScreen,
  questions: QuestionsScreen,
  share: ShareScreen,
  trash: TrashScreen,
  settings: SettingsWithKeys,
} as const satisfies Record<PlainScreen, ComponentType>;

function isPlain(route: Route): route is { readonly screen: PlainScreen } {
  return Object.hasOwn(PLAIN, route.screen);
}

/** The screen that the address asks for. */
export function RouteScreen({ route, annotate, review }: RouteScreenProps) {
  if (isPlain(route)) {
    const Screen = PLAIN[route.screen];
    return <Screen />;
  }
  switch (route.screen) {
    case 'annotate':
      if (route.articleId === undefined) return <AnnotateSomething />;
      return (
        <AnnotateScreen
          ref={annotate}
          articleId={route.articleId}
          spanId={route.spanId}
          namedAnnotator={route.annotatorId}
          place={route.place}
        />
      );
    case 'search':
      return <SearchScreen query={route.query} />;
    case 'help':
      return <HelpWithKeys section={route.section} />;
    case 'history':
      return <HistoryScreen articleId={route.articleId} annotatorId={route.annotatorId} />;
    case 'correct':
      return <CorrectScreen articleId={route.articleId} />;
    case 'export': {
      const { articleId, formatId, annotatorId } = route;
      const key = [articleId, formatId, annotatorId].join('/');
      return <ExportScreen key={key} articleId={articleId} formatId={formatId} annotatorId={annotatorId} />;
    }
    case 'guidelines':
      return <GuidelinesScreen key={route.label} label={route.label} />;
    case 'feedback':
      if (route.articleId === undefined) return <FeedbackScreen />;
      return <ArticleFeedbackScreen key={route.articleId} articleId={route.articleId} />;
    case 'review':
      if (route.articleId === undefined) return <ReviewQueue />;
      return <ReviewScreen ref={review} articleId={route.articleId} span={route.span} />;
    case 'unknown':
      return (
        <Page title={t`There is nothing at this address`}>
          <p>{tNodes`It may have been cut off. ${<a href={ADDRESSES.library}>{t`Open the library`}</a>}`}</p>
        </Page>
      );
  }
}

/** Without an article in the address: the one that was open last, else the first that is not done. */
function AnnotateSomething() {
  const { session } = useStores();
  const last = useSession((state) => state.lastArticleId);
  const phase = useLibrary((state) => state.phase);
  const there = useLibrary((state) => state.present());
  const { annotatorId } = session.getState();
  const isDone = (article: (typeof there)[number]): boolean =>
    article.progress.some((layer) => layer.annotatorId === annotatorId && layer.status === 'done');
  const next = there.find(({ id }) => id === last) ?? there.find((article) => !isDone(article)) ?? there[0];
  useEffect(() => {
    if (next) location.replace(annotateAddress(next.id));
  }, [next]);
  if (next || phase === 'loading') return null;
  return (
    <Page title={t`There is no article yet`}>
      <p>{tNodes`${<a href={ADDRESSES.import}>{t`Import an article`}</a>} and it opens here.`}</p>
    </Page>
  );
}
