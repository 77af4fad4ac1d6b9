import { GUIDELINE_LIMITS } from '#core/project/guidelines.ts';

/**
 * The most that a bundle may hold: lengths in Unicode code points, lists in members. public/bundle-v4.schema.json states the
 * same. Whatever lets people type these values must keep to them, or its export could not be read back.
 */
export const LIMITS = {
  id: 200,
  name: 500,
  description: 20_000,
  title: 2_000,
  author: 2_000,
  source: 4_000,
  language: 100,
  note: 100_000,
  text: 20 * 1024 * 1024,
  guideline: GUIDELINE_LIMITS.text,
  quote: GUIDELINE_LIMITS.quote,
  labels: 500,
  attributes: 100,
  values: 1_000,
  linkTypes: 200,
  guidelines: GUIDELINE_LIMITS.versions,
  examples: GUIDELINE_LIMITS.examples,
  annotators: 10_000,
  articles: 100_000,
  pages: 100_000,
  page: 100,
  layers: 1_000_000,
  spans: 1_000_000,
  ranges: 1_000,
  links: 1_000_000,
  entries: 1_000_000,
  decisions: 1_000_000,
  threads: 1_000_000,
  messages: 10_000,
} as const;

/** The largest file that is read at once, in bytes. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A year, a month or a day: 2024, 2024-06, 2024-06-17. Checks months and days by range, not by the calendar. */
export const ISO_DATE = /^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$/;

/** What looks like a BCP 47 tag (en, pt-BR, zh-Hant-TW, x-mine); whether its parts are registered is not checked. */
export const LANGUAGE_TAG = /^(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*|[xiXI](?:-[A-Za-z0-9]{1,8})+)$/;

/** True for a language that an article may have: a tag that is not too long. */
export function isLanguageTag(language: string): boolean {
  return language.length <= LIMITS.language && LANGUAGE_TAG.test(language);
}
