import { t } from '#language/t.ts';
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
    label('PER', t`Person`, { description: t`Names of people, without their titles.`, key: '1', tone: 'blue' }),
    label('ORG', t`Organisation`, {
      description: t`Companies, parties, authorities, teams and other bodies.`,
      key: '2',
      tone: 'orange',
    }),
    label('LOC', t`Location`, {
      description: t`Countries, towns, regions, rivers, mountains.`,
      key: '3',
      tone: 'teal',
    }),
    label('MISC', t`Miscellaneous`, {
      description: t`Other names: nationalities, events, works, products.`,
      key: '4',
      tone: 'violet',
    }),
  ].map((each) => ({ ...each, overlapsItself: false })),
  linkTypes: [],
};

const ONTONOTES: LabelSet = {
  labels: [
    label('PERSON', t`Person`, { description: t`People, invented ones included.`, key: '1', tone: 'blue' }),
    label('NORP', t`Nationality or group`, {
      description: t`Nationalities, religious or political groups.`,
      key: '2',
      tone: 'violet',
    }),
    label('FAC', t`Facility`, { description: t`Buildings, airports, roads, bridges.`, key: '3', tone: 'slate' }),
    label('ORG', t`Organisation`, { description: t`Companies, agencies, institutions.`, key: '4', tone: 'orange' }),
    label('GPE', t`Country or town`, { description: t`Countries, cities, states.`, key: '5', tone: 'teal' }),
    label('LOC', t`Location`, {
      description: t`Mountain ranges, waters and other places that nobody governs.`,
      key: '6',
      tone: 'olive',
    }),
    label('PRODUCT', t`Product`, { description: t`Vehicles, weapons, foods; not services.`, key: '7', tone: 'rose' }),
    label('EVENT', t`Event`, { description: t`Named storms, battles, wars, games.`, key: '8', tone: 'amber' }),
    label('WORK_OF_ART', t`Work of art`, { description: t`Titles of books, songs, films.`, key: '9', tone: 'rose' }),
    label('LAW', t`Law`, { description: t`Named documents that were made into law.`, tone: 'slate' }),
    label('LANGUAGE', t`Language`, { description: t`Any named language.`, tone: 'violet' }),
    label('DATE', t`Date`, {
      description: t`Days, or spans of at least one day.`,
      tone: 'amber',
      channel: 'underline',
    }),
    label('TIME', t`Time`, { description: t`Times shorter than a day.`, tone: 'orange', channel: 'underline' }),
    label('PERCENT', t`Percentage`, {
      description: t`Percentages, with their sign or word.`,
      tone: 'teal',
      channel: 'underline',
    }),
    label('MONEY', t`Money`, { description: t`Sums of money, with the unit.`, tone: 'olive', channel: 'underline' }),
    label('QUANTITY', t`Quantity`, {
      description: t`Measurements such as weight or distance.`,
      tone: 'blue',
      channel: 'underline',
    }),
    label('ORDINAL', t`Ordinal`, { description: t`First, second and so on.`, tone: 'violet', channel: 'underline' }),
    label('CARDINAL', t`Cardinal`, {
      description: t`Numbers that are of no other kind.`,
      tone: 'slate',
      channel: 'underline',
    }),
  ].map((each) => ({ ...each, overlapsItself: false })),
  linkTypes: [],
};

const QUOTE_ATTRIBUTION: LabelSet = {
  labels: [
    label('content', t`Content`, {
      description: t`What is said, thought or written, in the speaker’s words or reported.`,
      key: '1',
      tone: 'teal',
      channel: 'bracket',
      smartExtent: 'quotation',
      attributes: [
        attribute('form', t`Form`, 'choice', t`Whether the words are the source’s own.`, [
          `direct:${t`Direct`}:d`,
          `indirect:${t`Indirect`}:i`,
          `mixed:${t`Mixed`}:m`,
        ]),
      ],
    }),
    label('source', t`Source`, { description: t`Whoever the content comes from.`, key: '2', tone: 'blue' }),
    label('cue', t`Cue`, {
      description: t`The words that tie content and source together: said, according to.`,
      key: '3',
      tone: 'orange',
      channel: 'underline',
      smartExtent: 'word',
    }),
  ],
  linkTypes: [
    linkType('source', t`Source`, ['content'], ['source'], {
      description: t`Whoever the content comes from.`,
      isSingle: false,
    }),
    linkType('cue', t`Cue`, ['content'], ['cue'], {
      description: t`The words that attribute the content.`,
      isRequired: true,
    }),
  ],
};

const CLAIM_DETECTION: LabelSet = {
  labels: [
    label('check-worthy', t`Check-worthy`, {
      description: t`A factual claim that the public would want to see checked.`,
      key: '1',
      tone: 'orange',
    }),
    label('not-check-worthy', t`Not check-worthy`, {
      description: t`A factual claim that is not worth a check.`,
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
    name: t`Entities, claims and quotes`,
    description: t`Spanmark’s own: with speakers and claimants.`,
    labelSet: DEFAULT_LABEL_SET,
  },
  { id: 'conll', name: 'CoNLL', description: t`People, organisations, locations, other names.`, labelSet: CONLL },
  { id: 'ontonotes', name: 'OntoNotes 5', description: t`Its 18 types of names and numbers.`, labelSet: ONTONOTES },
  {
    id: 'quotes',
    name: t`Quote attribution`,
    description: t`Content, source and cue, linked as in PARC.`,
    labelSet: QUOTE_ATTRIBUTION,
  },
  {
    id: 'claims',
    name: t`Claim detection`,
    description: t`Claims that are worth a check, and those that are not.`,
    labelSet: CLAIM_DETECTION,
  },
  {
    id: 'empty',
    name: t`Empty`,
    description: t`No labels: add your own.`,
    labelSet: { labels: [], linkTypes: [] },
  },
];
