import { lazy } from 'react';

/** Screens that are loaded when they are first gone to, so that the way to the first article stays short. */
export const AgreementScreen = lazy(async () => ({
  default: (await import('#screens/agreement/agreement-screen.tsx')).AgreementScreen,
}));
export const ArticleFeedbackScreen = lazy(async () => ({
  default: (await import('#screens/feedback/article-feedback-screen.tsx')).ArticleFeedbackScreen,
}));
export const CorrectScreen = lazy(async () => ({
  default: (await import('#screens/correct/correct-screen.tsx')).CorrectScreen,
}));
export const ExportScreen = lazy(async () => ({
  default: (await import('#screens/export/export-screen.tsx')).ExportScreen,
}));
export const FeedbackScreen = lazy(async () => ({
  default: (await import('#screens/feedback/feedback-screen.tsx')).FeedbackScreen,
}));
export const GuidelinesScreen = lazy(async () => ({
  default: (await import('#screens/guidelines/guidelines-screen.tsx')).GuidelinesScreen,
}));
export const HelpWithKeys = lazy(async () => ({
  default: (await import('./help-with-keys.tsx')).HelpWithKeys,
}));
export const HistoryScreen = lazy(async () => ({
  default: (await import('#screens/history/history-screen.tsx')).HistoryScreen,
}));
export const ImportScreen = lazy(async () => ({
  default: (await import('#screens/import/import-screen.tsx')).ImportScreen,
}));
export const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));
export const LabelsScreen = lazy(async () => ({
  default: (await import('#screens/labels/labels-screen.tsx')).LabelsScreen,
}));
export const QuestionsScreen = lazy(async () => ({
  default: (await import('#screens/questions/questions-screen.tsx')).QuestionsScreen,
}));
export const ReadingPanel = lazy(async () => ({ default: (await import('./reading-panel.tsx')).ReadingPanel }));
export const ReviewScreen = lazy(async () => ({
  default: (await import('#screens/review/review-screen.tsx')).ReviewScreen,
}));
export const ReviewQueue = lazy(async () => ({
  default: (await import('#screens/review/review-queue.tsx')).ReviewQueue,
}));
export const SearchScreen = lazy(async () => ({
  default: (await import('#screens/search/search-screen.tsx')).SearchScreen,
}));
export const SettingsWithKeys = lazy(async () => ({
  default: (await import('./settings-with-keys.tsx')).SettingsWithKeys,
}));
export const ShareScreen = lazy(async () => ({
  default: (await import('#screens/share/share-screen.tsx')).ShareScreen,
}));
export const StatisticsScreen = lazy(async () => ({
  default: (await import('#screens/statistics/statistics-screen.tsx')).StatisticsScreen,
}));
export const TourCard = lazy(async () => ({ default: (await import('./tour/tour-card.tsx')).TourCard }));
export const TrashScreen = lazy(async () => ({
  default: (await import('#screens/trash/trash-screen.tsx')).TrashScreen,
}));
