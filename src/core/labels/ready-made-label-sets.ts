import { attribute, DEFAULT_LABEL_SET, label, linkType } from './default-label-set.ts';
import { type LabelSet } from './label-set.ts';

/** A label set to start from. `id` is stable, so that a choice of it can be told apart. */
export interface ReadyMadeLabelSet {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly labelSet: LabelSet;
}

const CONLL: LabelSet = {
  labels: [
    label('PER', 'Person', { description: 'Names of people, without their titles.', key: '1', tone: 'blue' }),
    label('ORG', 'Organisation', {
      description: 'Companies, parties, authorities, teams and other bodies.',
      key: '2',
      tone: 'orange',
    }),
    label('LOC', 'Location', { description: 'Countries, towns, regions, rivers, mountains.', key: '3', tone: 'teal' }),
    label('MISC', 'Miscellaneous', {
      description: 'Other names: nationalities, events, works, products.',
      key: '4',
      tone: 'violet',
    }),
  ].map((each) => ({ ...each, overlapsItself: false })),
  linkTypes: [],
};

const ONTONOTES: LabelSet = {
  labels: [
    label('PERSON', 'Person', { description: 'People, invented ones included.', key: '1', tone: 'blue' }),
    label('NORP', 'Nationality or group', {
      description: 'Nationalities, religious or political groups.',
      key: '2',
      tone: 'violet',
    }),
    label('FAC', 'Facility', { description: 'Buildings, airports, roads, bridges.', key: '3', tone: 'slate' }),
    label('ORG', 'Organisation', { description: 'Companies, agencies, institutions.', key: '4', tone: 'orange' }),
    label('GPE', 'Country or town', { description: 'Countries, cities, states.', key: '5', tone: 'teal' }),
    label('LOC', 'Location', {
      description: 'Mountain ranges, waters and other places that nobody governs.',
      key: '6',
      tone: 'olive',
    }),
    label('PRODUCT', 'Product', { description: 'Vehicles, weapons, foods; not services.', key: '7', tone: 'rose' }),
    label('EVENT', 'Event', { description: 'Named storms, battles, wars, games.', key: '8', tone: 'amber' }),
    label('WORK_OF_ART', 'Work of art', { description: 'Titles of books, songs, films.', key: '9', tone: 'rose' }),
    label('LAW', 'Law', { description: 'Named documents that were made into law.', tone: 'slate' }),
    label('LANGUAGE', 'Language', { description: 'Any named language.', tone: 'violet' }),
    label('DATE', 'Date', { description: 'Days, or spans of at least one day.', tone: 'amber', channel: 'underline' }),
    label('TIME', 'Time', { description: 'Times shorter than a day.', tone: 'orange', channel: 'underline' }),
    label('PERCENT', 'Percentage', {
      description: 'Percentages, with their sign or word.',
      tone: 'teal',
      channel: 'underline',
    }),
    label('MONEY', 'Money', { description: 'Sums of money, with the unit.', tone: 'olive', channel: 'underline' }),
    label('QUANTITY', 'Quantity', {
      description: 'Measurements such as weight or distance.',
      tone: 'blue',
      channel: 'underline',
    }),
    label('ORDINAL', 'Ordinal', { description: 'First, second and so on.', tone: 'violet', channel: 'underline' }),
    label('CARDINAL', 'Cardinal', {
      description: 'Numbers that are of no other kind.',
      tone: 'slate',
      channel: 'underline',
    }),
  ].map((each) => ({ ...each, overlapsItself: false })),
  linkTypes: [],
};

const QUOTE_ATTRIBUTION: LabelSet = {
  labels: [
    label('content', 'Content', {
      description: 'What is said, thought or written, in the speaker’s words or reported.',
      key: '1',
      tone: 'teal',
      channel: 'bracket',
      smartExtent: 'quotation',
      attributes: [
        attribute('form', 'Form', 'choice', 'Whether the words are the source’s own.', [
          'direct:Direct:d',
          'indirect:Indirect:i',
          'mixed:Mixed:m',
        ]),
      ],
    }),
    label('source', 'Source', { description: 'Whoever the content comes from.', key: '2', tone: 'blue' }),
    label('cue', 'Cue', {
      description: 'The words that tie content and source together: said, according to.',
      key: '3',
      tone: 'orange',
      channel: 'underline',
      smartExtent: 'word',
    }),
  ],
  linkTypes: [
    linkType('source', 'Source', ['content'], ['source'], {
      description: 'Whoever the content comes from.',
      isSingle: false,
    }),
    linkType('cue', 'Cue', ['content'], ['cue'], {
      description: 'The words that attribute the content.',
      isRequired: true,
    }),
  ],
};

const CLAIM_DETECTION: LabelSet = {
  labels: [
    label('check-worthy', 'Check-worthy', {
      description: 'A factual claim that the public would want to see checked.',
      key: '1',
      tone: 'orange',
    }),
    label('not-check-worthy', 'Not check-worthy', {
      description: 'A factual claim that is not worth a check.',
      key: '2',
      tone: 'slate',
    }),
  ].map((each) => ({ ...each, channel: 'underline', smartExtent: 'sentence', overlapsItself: false })),
  linkTypes: [],
};

/** Label sets to choose from: our own, those of well-known data sets, and none at all. */
export const READY_MADE_LABEL_SETS: readonly ReadyMadeLabelSet[] = [
  {
    id: 'spanmark',
    name: 'Entities, claims and quotes',
    description: 'Spanmark’s own: with speakers and claimants.',
    labelSet: DEFAULT_LABEL_SET,
  },
  { id: 'conll', name: 'CoNLL', description: 'People, organisations, locations, other names.', labelSet: CONLL },
  { id: 'ontonotes', name: 'OntoNotes 5', description: 'Its 18 types of names and numbers.', labelSet: ONTONOTES },
  {
    id: 'quotes',
    name: 'Quote attribution',
    description: 'Content, source and cue, linked as in PARC.',
    labelSet: QUOTE_ATTRIBUTION,
  },
  {
    id: 'claims',
    name: 'Claim detection',
    description: 'Claims that are worth a check, and those that are not.',
    labelSet: CLAIM_DETECTION,
  },
  {
    id: 'empty',
    name: 'Empty',
    description: 'No labels: add your own.',
    labelSet: { labels: [], linkTypes: [] },
  },
];
