import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANNOTATORS, type Scripted, SCRIPTS } from './review-script.ts';
import { type ChosenFile } from './screens/import-page.ts';
import { writtenArticle, writtenBundle, writtenRangeIn, writtenSpan } from './written-bundle.ts';

export const TRAM_TITLE = 'Pellworth brings back the tram by three votes';

/** A seed article as the app reads it, with what the three annotators say about it. */
export interface ScriptedArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** As a file has it. */
  readonly written: ReturnType<typeof writtenArticle>;
  /** In the order in which the reviewer comes to them. */
  readonly script: readonly Scripted[];
}

/** Every seed article, in the order of their files. */
export function scriptedArticles(): readonly ScriptedArticle[] {
  return readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => {
      const script = SCRIPTS.get(name);
      if (!script) throw new Error(`nobody annotates ${name}`);
      const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(
        readFileSync(join('seeds', name), 'utf8'),
      )!;
      const about = (key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(front)![1]!;
      const place = ({ said }: Scripted): number => {
        return Math.min(...said.flatMap((each) => spansOf(text, each)).map(({ ranges: [range] }) => range!.from));
      };
      const source = 'Spanmark sample newsroom';
      const written = writtenArticle(about('title'), text, {
        source,
        date: about('date'),
        language: about('language'),
      });
      return {
        id: written.id,
        title: written.title,
        text,
        written,
        script: script.toSorted((one, other) => place(one) - place(other)),
      };
    });
}

/** The seed article that most journeys of the review are about. */
export function tramArticle(): ScriptedArticle {
  return scriptedArticles().find(({ title }) => title === TRAM_TITLE)!;
}

type AnnotatorName = (typeof ANNOTATORS)[number];

/** What one of the annotators exports once everything is marked as done: the tram alone. */
export function annotatedTram(name: AnnotatorName, change?: ReadonlyMap<string, string>, at?: string): ChosenFile {
  return annotated(name, [tramArticle()], change, at);
}

/** The same of all seed articles. */
export function annotatedSeeds(name: AnnotatorName): ChosenFile {
  return annotated(name, scriptedArticles());
}

/** `change` takes the place of lines of the script. */
function annotated(
  name: AnnotatorName,
  articles: readonly ScriptedArticle[],
  change: ReadonlyMap<string, string> = new Map(),
  at = AT,
): ChosenFile {
  const column = ANNOTATORS.indexOf(name);
  const layers = articles.map(({ id: articleId, text, script }) => {
    const lines = script.map(({ said }) => said[column]!).flatMap((each) => each.split(' + '));
    // Ids stay what they are where a line is changed, as they do when somebody edits a span.
    const spans = lines.flatMap((line, index) => {
      const said = change.get(line) ?? line;
      return said === '–' ? [] : [spanOf(text, `s${index}`, said, change.has(line) ? at : AT)];
    });
    const whose = { articleId, annotatorId: idOf(name), status: 'done', changedAt: at };
    return { ...whose, spans: spans.toSorted(inReadingOrder), links: [] };
  });
  const annotators = [{ id: idOf(name), name }];
  const json = writtenBundle('My project', { annotators, articles: articles.map(({ written }) => written), layers });
  return { name: `${idOf(name)}.json`, mimeType: 'application/json', buffer: Buffer.from(json) };
}

const AT = '2025-04-01T10:00:00.000Z';

/** The spans of a line of the script. */
function spansOf(text: string, said: string): readonly WrittenSpan[] {
  return said === '–' ? [] : said.split(' + ').map((each) => spanOf(text, '', each, AT));
}

function spanOf(text: string, id: string, said: string, at: string) {
  const [, label = '', quote = '', attribute, value] = /^(\w+): ([^|]+)(?:\|(\w+)=(\w+))?$/.exec(said)!;
  const attributes = attribute === undefined ? [] : [{ id: attribute, value }];
  return writtenSpan(id, label, writtenRangeIn(text, quote), AT, { attributes, changedAt: at });
}

type WrittenSpan = ReturnType<typeof spanOf>;

/** The order of a layer’s spans in a file. */
function inReadingOrder(a: WrittenSpan, b: WrittenSpan): number {
  const [one, two] = [a.ranges[0]!, b.ranges[0]!];
  return one.from - two.from || two.to - one.to || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
}

function idOf(name: string): string {
  return name.toLowerCase().replace(' ', '-');
}
