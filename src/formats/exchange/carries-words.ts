import { t } from '#language/t.ts';
import { type Carries, FEATURES, type Feature } from './carries.ts';

const WORDS: Readonly<Record<Feature, string>> = {
  text: t`texts`,
  overlaps: t`overlapping spans`,
  fragments: t`interrupted spans`,
  attributes: t`attributes`,
  notes: t`notes`,
  links: t`links`,
  annotators: t`annotators`,
  names: t`names of annotators`,
  ids: t`ids`,
  times: t`times`,
  origin: t`origins`,
  status: t`statuses`,
  about: t`title, author, source, date and language`,
  pages: t`page starts`,
  guidelines: t`guidelines`,
  'label-set': t`the label set`,
  decisions: t`decisions of reviewers`,
  threads: t`threads`,
};

/** What a format has no room for at all, and what it carries only in part, as a few words each. */
export function lostInWords(carries: Carries): {
  readonly never: readonly string[];
  readonly partly: readonly string[];
} {
  const those = (carry: 'no' | 'partly'): readonly string[] =>
    FEATURES.filter((feature) => carries[feature] === carry).map((feature) => WORDS[feature]);
  return { never: those('no'), partly: those('partly') };
}
