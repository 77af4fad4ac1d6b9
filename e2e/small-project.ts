import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join('src', 'formats', 'native', 'fixtures', 'sample.json');

const HARBOUR = {
  title: 'Harbour vote',
  text: '“We will open the harbour in May,” said Ann Lee. Lee promised two hundred jobs.\n“It costs too much,” said Bo Li of the Café Union.\n',
};
const FERRY = { title: 'Ferry talks', text: 'Ann Lee met the Café Union. The ferry sails again.\n' };

/**
 * A bundle as Ada left it: two short articles, seven spans, a speaker, two names of one person and a note. The texts have no
 * character of two code units, so that both counts of offsets are the same.
 */
export function smallProject(): string {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as {
    offsets: string;
    project: { labelSet: unknown };
  };
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
  return JSON.stringify({
    format: 'spanmark-bundle',
    version: 2,
    offsets: sample.offsets,
    project: { id: 'first-project', name: 'Small', labelSet: sample.project.labelSet, guidelines: [] },
    annotators: [{ id: 'ada', name: 'Ada' }],
    articles: [HARBOUR, FERRY].map(({ title, text }) => ({
      id: idOf(text),
      title,
      source: 'made for this test',
      date: '2024-06-17',
      language: 'en',
      original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
      correctionOf: '',
      text,
    })),
    layers: layers.map(({ of, status, spans, links }) => ({
      articleId: idOf(of.text),
      annotatorId: 'ada',
      status,
      changedAt: AT,
      spans,
      links,
    })),
  });
}

const AT = '2024-06-17T09:30:00.000Z';

function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function span(
  text: string,
  id: string,
  label: string,
  quote: string,
  values: Record<string, string> = {},
  note = '',
  after = 0,
) {
  const from = text.indexOf(quote, after);
  const to = from + quote.length;
  return {
    id,
    label,
    ranges: [{ from, to, codePointFrom: from, codePointTo: to, quote }],
    attributes: Object.entries(values).map(([attribute, value]) => ({ id: attribute, value })),
    note,
    origin: 'hand',
    createdAt: AT,
    changedAt: AT,
  };
}

function link(id: string, type: string, from: string, to: string) {
  return { id, type, from, to, origin: 'hand', createdAt: AT };
}
