import { t } from '#language/t.ts';
import { ADDRESSES } from '#state/addresses.ts';

/** The screens that one can go to by name. */
export const SCREENS = [
  { screen: 'library', text: t`Library`, address: ADDRESSES.library },
  { screen: 'search', text: t`Search`, address: ADDRESSES.search },
  { screen: 'annotate', text: t`Annotate`, address: ADDRESSES.annotate },
  { screen: 'review', text: t`Review`, address: ADDRESSES.review },
  { screen: 'agreement', text: t`Agreement`, address: ADDRESSES.agreement },
  { screen: 'labels', text: t`Labels`, address: ADDRESSES.labels },
  { screen: 'statistics', text: t`Statistics`, address: ADDRESSES.statistics },
  { screen: 'import', text: t`Import`, address: ADDRESSES.import },
  { screen: 'export', text: t`Export`, address: ADDRESSES.export },
  { screen: 'share', text: t`Share`, address: ADDRESSES.share },
  { screen: 'settings', text: t`Settings`, address: ADDRESSES.settings },
] as const;

/** Those that are reached from others, and by the palette. */
export const ASIDE_SCREENS = [
  { text: t`Feedback`, address: ADDRESSES.feedback },
  { text: t`Help`, address: ADDRESSES.help },
  { text: t`Guidelines`, address: ADDRESSES.guidelines },
  { text: t`Guideline questions`, address: ADDRESSES.questions },
  { text: t`Trash`, address: ADDRESSES.trash },
] as const;
