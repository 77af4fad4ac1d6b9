import { writtenArticle, writtenBundle, writtenRange, writtenSpan } from './written-bundle.ts';

const DATE = { date: '2024-06-17' };
const HARBOUR = writtenArticle(
  'Harbour vote',
  '“We will open the harbour in May,” said Ann Lee. Lee promised two hundred jobs.\n“It costs too much,” said Bo Li of the Café Union.\n',
  DATE,
);
const FERRY = writtenArticle('Ferry talks', 'Ann Lee met the Café Union. The ferry sails again.\n', DATE);

/**
 * A bundle as Ada left it: two short articles, seven spans, a speaker, two names of one person and a note. The texts have no
 * character of two code units, so that both counts of offsets are the same.
 */
export function smallProject(): string {
  const layers = [
    {
      of: HARBOUR,
      status: 'in-progress',
      spans: [
        span(HARBOUR.text, 'q1', 'quote', '“We will open the harbour in May,”'),
        span(HARBOUR.text, 'e1', 'entity', 'Ann Lee', { type: 'person' }),
        span(HARBOUR.text, 'c1', 'claim', 'Lee promised two hundred jobs.', {}, 'Ask the office.'),
        span(HARBOUR.text, 'e2', 'entity', 'Lee', {}, '', HARBOUR.text.indexOf('Lee promised')),
        span(HARBOUR.text, 'q2', 'quote', '“It costs too much,”'),
        span(HARBOUR.text, 'e3', 'entity', 'Bo Li', { type: 'person' }),
      ],
      links: [link('l1', 'speaker', 'q1', 'e1'), link('l2', 'same-as', 'e2', 'e1')],
    },
    { of: FERRY, status: 'done', spans: [span(FERRY.text, 'e4', 'entity', 'Ann Lee', { type: 'person' })], links: [] },
  ];
  return writtenBundle('Small', {
    annotators: [{ id: 'ada', name: 'Ada' }],
    articles: [HARBOUR, FERRY],
    layers: layers.map(({ of, status, spans, links }) => {
      return { articleId: of.id, annotatorId: 'ada', status, changedAt: AT, spans, links };
    }),
  });
}

const AT = '2024-06-17T09:30:00.000Z';

function span(
  text: string,
  id: string,
  label: string,
  quote: string,
  values: Record<string, string> = {},
  note = '',
  after = 0,
) {
  const attributes = Object.entries(values).map(([attribute, value]) => ({ id: attribute, value }));
  return writtenSpan(id, label, writtenRange(text.indexOf(quote, after), quote), AT, { attributes, note });
}

function link(id: string, type: string, from: string, to: string) {
  return { id, type, from, to, origin: 'hand', createdAt: AT };
}
