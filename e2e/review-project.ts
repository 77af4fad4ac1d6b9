import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChosenFile } from './screens/import-page.ts';

const SAMPLE = join('src', 'formats', 'native', 'fixtures', 'sample.json');
const TRAM = join('seeds', '02-tram-line-vote.txt');

export const TRAM_TITLE = 'Pellworth brings back the tram by three votes';

/** One thing in the text and what each of the three says about it, in the order of ANNOTATORS; nothing for a dash. */
interface Scripted {
  readonly said: readonly [string, string, string];
}

/** Who annotates: the names say nothing of the order in which letters are given. */
export const ANNOTATORS = ['Ann Bell', 'Bo Chen', 'Cy Dahl'] as const;

/** `label: words`, with a value behind a bar where there is one; several spans of one annotator are joined by ` + `. */
const SCRIPT: readonly Scripted[] = [
  // Unanimous, and nested in one another.
  same('entity: Central Station'),
  same('quote: "This is a vote for people who do not own a car,"'),
  // A boundary on which two agree.
  { said: ['entity: Mayor Ruth Adeyemi', 'entity: Ruth Adeyemi', 'entity: Ruth Adeyemi'] },
  // A label on which two agree.
  { said: ['entity: 31.8 percent', 'claim: 31.8 percent', 'entity: 31.8 percent'] },
  // A boundary on which nobody agrees.
  {
    said: [
      'entity: Councillor Tom Bracken',
      'entity: Tom Bracken',
      'entity: Councillor Tom Bracken, who leads the 19 members',
    ],
  },
  // Two of three, and one of three.
  { said: ['entity: Pellworth Transit Authority', 'entity: Pellworth Transit Authority', '–'] },
  { said: ['–', 'claim: I have sat through four presentations', '–'] },
  // In one piece, and in two.
  {
    said: [
      'claim: a tunnel under Market Street that the council had itself requested in 2022',
      'claim: a tunnel under Market Street + claim: the council had itself requested in 2022',
      'claim: a tunnel under Market Street that the council had itself requested in 2022',
    ],
  },
  // All words, or the words that all have.
  {
    said: [
      'claim: Twenty buses an hour already leave Central Station',
      'claim: buses an hour already leave Central Station for Hollin Park',
      'claim: Twenty buses an hour already leave Central Station for Hollin Park in the morning peak',
    ],
  },
  // A value.
  {
    said: [
      'entity: Wexcombe University|type=organisation',
      'entity: Wexcombe University|type=place',
      'entity: Wexcombe University|type=organisation',
    ],
  },
  same('quote: "Two pounds ten,"'),
];

function same(said: string): Scripted {
  return { said: [said, said, said] };
}

/** The seed article as the app reads it: without its front matter. */
export function tramText(): string {
  const [, text] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(readFileSync(TRAM, 'utf8'))!;
  return text!;
}

/** What one of the annotators exports once everything is marked as done; `change` takes the place of a line of the script. */
export function annotatedTram(
  name: (typeof ANNOTATORS)[number],
  change: ReadonlyMap<string, string> = new Map(),
  at = '2025-04-01T10:00:00.000Z',
): ChosenFile {
  const column = ANNOTATORS.indexOf(name);
  const text = tramText();
  const lines = SCRIPT.map(({ said }) => said[column]!).flatMap((each) => each.split(' + '));
  // Ids stay what they are where a line is changed, as they do when somebody edits a span.
  const spans = lines.flatMap((line, index) => {
    const said = change.get(line) ?? line;
    return said === '–' ? [] : [spanOf(text, `s${index}`, said, change.has(line) ? at : AT)];
  });
  const bundle = bundleOf({ name, text, spans: spans.toSorted(inReadingOrder), at });
  return { name: `${idOf(name)}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bundle)) };
}

const AT = '2025-04-01T10:00:00.000Z';

interface Annotated {
  readonly name: string;
  readonly text: string;
  readonly spans: readonly ReturnType<typeof spanOf>[];
  readonly at: string;
}

function bundleOf({ name, text, spans, at }: Annotated) {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { offsets: string; project: { labelSet: unknown } };
  const articleId = createHash('sha256').update(text).digest('hex');
  const about = { title: TRAM_TITLE, source: 'Spanmark sample newsroom', date: '2025-03-12', language: 'en' };
  const original = { newline: 'lf', byteOrderMark: false, replaced: 0 };
  return {
    format: 'spanmark-bundle',
    version: 2,
    offsets: sample.offsets,
    project: { id: 'first-project', name: 'My project', labelSet: sample.project.labelSet, guidelines: [] },
    annotators: [{ id: idOf(name), name }],
    articles: [{ id: articleId, ...about, original, correctionOf: '', text }],
    layers: [{ articleId, annotatorId: idOf(name), status: 'done', changedAt: at, spans, links: [] }],
  };
}

function spanOf(text: string, id: string, said: string, at: string) {
  const [, label = '', quote = '', attribute, value] = /^(\w+): ([^|]+)(?:\|(\w+)=(\w+))?$/.exec(said)!;
  const from = text.indexOf(quote);
  if (from < 0) throw new Error(`“${quote}” is not in the text`);
  const to = from + quote.length;
  return {
    id,
    label,
    ranges: [{ from, to, codePointFrom: codePoints(text, from), codePointTo: codePoints(text, to), quote }],
    attributes: attribute === undefined ? [] : [{ id: attribute, value }],
    note: '',
    origin: 'hand',
    createdAt: AT,
    changedAt: at,
  };
}

type WrittenSpan = ReturnType<typeof spanOf>;

/** The order of a layer’s spans in a file. */
function inReadingOrder(a: WrittenSpan, b: WrittenSpan): number {
  const [one, two] = [a.ranges[0]!, b.ranges[0]!];
  return one.from - two.from || two.to - one.to || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
}

function codePoints(text: string, offset: number): number {
  let count = 0;
  for (const _ of text.slice(0, offset)) count += 1;
  return count;
}

function idOf(name: string): string {
  return name.toLowerCase().replace(' ', '-');
}
