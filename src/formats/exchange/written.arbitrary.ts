import { type Bundle } from '#core/bundle/bundle.ts';
import { type ProjectId } from '#core/project/project.ts';
import { projectLosses, wholesaleLosses } from './carries.ts';
import { type AnnotatedArticle, type CreateWriter, type FilePart, type WriteOptions } from './dataset.ts';
import { defaultOptions } from './default-options.ts';
import { EXAMPLE_ANNOTATORS, EXAMPLE_PROJECT } from './example.arbitrary.ts';
import { type Format } from './format.ts';
import { createLossList, type Loss } from './losses.ts';
import { type SourceFile } from './loose.ts';
import { AS_IT_IS, bundleParts } from './write-dataset.ts';

/** As the export screen starts with, for a format without options of its own. */
const OPTIONS = defaultOptions({ unit: 'code-point', variants: [] });

/** What a writer makes: the text of each file by its path, and every loss. For tests only. */
export interface Written {
  readonly files: ReadonlyMap<string, string>;
  readonly losses: readonly Loss[];
}

/** What a format makes of a bundle, by the driver that is shipped; its parts as they come, too. */
export async function writeBundle(
  format: Format,
  bundle: Bundle,
  options: Partial<WriteOptions> = {},
): Promise<Written & { readonly parts: readonly FilePart[] }> {
  const losses = createLossList();
  const request = { prepare: AS_IT_IS, options: { ...OPTIONS, ...options } };
  const parts = [...(await bundleParts(format, bundle, request, losses))];
  const texts = parts.filter(({ content }) => typeof content === 'string');
  return { parts, files: joined(texts), losses: losses.all };
}

/** What a format makes of these articles of the example's project. */
export async function writeArticles(
  format: Format,
  articles: readonly AnnotatedArticle[],
  given: Partial<WriteOptions> = {},
  project = EXAMPLE_PROJECT,
  annotators = EXAMPLE_ANNOTATORS,
): Promise<Written> {
  const losses = createLossList();
  const about = { project, annotators };
  const createWriter = await format.write!();
  const writer = createWriter(about, { ...OPTIONS, ...given }, losses);
  projectLosses(about, format.carries, losses);
  const parts: FilePart[] = [...writer.begin()];
  for (const article of articles) {
    wholesaleLosses(article, format.carries, losses);
    parts.push(...writer.article(article));
  }
  return { files: joined([...parts, ...writer.end()]), losses: losses.all };
}

/** What a writer alone makes of these articles, and what it reports itself. The project has no labels. */
export function written(
  createWriter: CreateWriter,
  articles: readonly AnnotatedArticle[],
  options: Partial<WriteOptions> = {},
): Written {
  const ids = new Set(articles.flatMap(({ layers }) => layers.map(({ annotatorId }) => annotatorId)));
  const labelSet = { labels: [], linkTypes: [] };
  const about = {
    project: { id: 'project' as ProjectId, name: 'Project', labelSet, guidelines: [] },
    annotators: [...ids].map((id) => ({ id, name: id })),
  };
  return writtenBy(createWriter, about, articles, { ...OPTIONS, ...options });
}

/** What a writer alone makes of a bundle, in UTF-16 code units, and what it reports itself. */
export function writtenBundle(createWriter: CreateWriter, { articles, layers, ...about }: Bundle): Written {
  const annotated = articles.map((article) => {
    return { article, layers: layers.filter(({ articleId }) => articleId === article.id), split: undefined };
  });
  return writtenBy(createWriter, about, annotated, { ...OPTIONS, unit: 'utf-16' });
}

function writtenBy(
  createWriter: CreateWriter,
  about: Parameters<CreateWriter>[0],
  articles: readonly AnnotatedArticle[],
  options: WriteOptions,
): Written {
  const losses = createLossList();
  const writer = createWriter(about, options, losses);
  const parts = [...writer.begin(), ...articles.flatMap((each) => [...writer.article(each)]), ...writer.end()];
  return { files: joined(parts), losses: losses.all };
}

function joined(parts: readonly FilePart[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const decoder = new TextDecoder();
  for (const { path, content } of parts) {
    files.set(path, (files.get(path) ?? '') + (typeof content === 'string' ? content : decoder.decode(content)));
  }
  return files;
}

/** The reasons of losses with the span that each is about, without those that a whole layer shares. */
export function spanReasons(losses: readonly Loss[]): readonly string[] {
  const wholesale = new Set(['ids-dropped', 'times-dropped', 'origin-dropped', 'attribute-dropped', 'note-dropped']);
  return losses
    .filter(({ reason, spanId }) => spanId !== undefined && !wholesale.has(reason))
    .map(({ reason, spanId }) => `${spanId} ${reason}`);
}

/** A file as a reader takes it. */
export function sourceFile(path: string, content: string | Uint8Array): SourceFile {
  return { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

/** Files as a reader takes them. */
export function sourceFiles(files: Iterable<readonly [string, string]>): readonly SourceFile[] {
  return Array.from(files, ([path, text]) => sourceFile(path, text));
}

/** Contents that no reader may choke on, for files of any name. */
export function hostileContents(valid: string): readonly (string | Uint8Array)[] {
  const bytes = new TextEncoder().encode(valid);
  return [
    '',
    '\uFEFF',
    '\u0000',
    '\n\n\n',
    'null',
    '[null, 1, "x", [], {}]',
    '{"a":'.repeat(20_000),
    '['.repeat(100_000),
    Uint8Array.of(0xff, 0xfe, 0x00),
    Uint8Array.of(0x80, 0x81, 0xfe),
    Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00),
    ...[1, 2, 3, 4, 5, 6, 7].map((eighths) => bytes.slice(0, Math.floor((bytes.length * eighths) / 8))),
    valid.replaceAll(/\d+/g, '99999999999999999999'),
    valid.replaceAll(/\d+/g, '-1'),
    valid.replaceAll(/\d+/g, 'true'),
    valid.replaceAll('\n', '\r\n'),
    valid.replaceAll(/[a-z]+/g, '__proto__'),
    valid.replaceAll('\t', ' '),
    valid.replaceAll('"', ''),
    `${'\t'.repeat(50_000)}\n${' '.repeat(50_000)}=\n`,
  ];
}
