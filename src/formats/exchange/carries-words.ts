import { type Carries, FEATURES, type Feature } from './carries.ts';

const WORDS: Readonly<Record<Feature, string>> = {
  text: 'texts',
  overlaps: 'overlapping spans',
  fragments: 'interrupted spans',
  attributes: 'attributes',
  notes: 'notes',
  links: 'links',
  annotators: 'annotators',
  names: 'names of annotators',
  ids: 'ids',
  times: 'times',
  origin: 'origins',
  status: 'statuses',
  about: 'title, source, date and language',
  guidelines: 'guidelines',
  'label-set': 'the label set',
  decisions: 'decisions of reviewers',
  threads: 'threads',
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
