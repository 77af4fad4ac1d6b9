import { ADDRESSES } from '#state/addresses.ts';

/** The screens that one can go to by name. */
export const SCREENS = [
  { screen: 'library', text: 'Library', address: ADDRESSES.library },
  { screen: 'search', text: 'Search', address: ADDRESSES.search },
  { screen: 'annotate', text: 'Annotate', address: ADDRESSES.annotate },
  { screen: 'review', text: 'Review', address: ADDRESSES.review },
  { screen: 'agreement', text: 'Agreement', address: ADDRESSES.agreement },
  { screen: 'labels', text: 'Labels', address: ADDRESSES.labels },
  { screen: 'statistics', text: 'Statistics', address: ADDRESSES.statistics },
  { screen: 'import', text: 'Import', address: ADDRESSES.import },
  { screen: 'export', text: 'Export', address: ADDRESSES.export },
  { screen: 'share', text: 'Share', address: ADDRESSES.share },
  { screen: 'settings', text: 'Settings', address: ADDRESSES.settings },
] as const;

/** Those that are reached from others, and by the palette. */
export const ASIDE_SCREENS = [
  { text: 'Feedback', address: ADDRESSES.feedback },
  { text: 'Guidelines', address: ADDRESSES.guidelines },
  { text: 'Guideline questions', address: ADDRESSES.questions },
] as const;
