import { type OffsetUnit } from '#core/text/offset-units.ts';
import { type Annotator, type AnnotatorId, type Article, type Layer, type Project } from '#core/project/project.ts';
import { type LossLog } from './losses.ts';

export const SPLITS = ['train', 'dev', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** What a dataset is about, besides its articles. Label, link type, attribute and value ids are written as they are here. */
export interface DatasetAbout {
  readonly project: Project;
  /** Those whose layers are written. */
  readonly annotators: readonly Annotator[];
}

/** One article with the layers that are written. */
export interface AnnotatedArticle {
  readonly article: Article;
  readonly layers: readonly Layer[];
  /** Undefined where the dataset is not split. */
  readonly split: Split | undefined;
}

/** Which of several spans that share a token a format with one tag for each token keeps. */
export type OverlapRule = 'longest' | 'shortest' | 'first-label';

/** How a dataset is written; a format looks only at what its own options name. */
export interface WriteOptions {
  readonly unit: OffsetUnit;
  readonly overlaps: OverlapRule;
  readonly rows: 'article' | 'sentence';
  readonly scheme: 'IOB1' | 'IOB2' | 'BIOES';
  /** The second of the two forms that some formats have, such as doccano's with relations. */
  readonly variant: string;
  /** Cells that a spreadsheet would take for a formula get an apostrophe in front. */
  readonly escapesFormulas: boolean;
  readonly byteOrderMark: boolean;
}

/** A part of a file: the parts with one path, in the order in which they are given, are the file. */
export interface FilePart {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a dataset, article by article, so that it never has to be in memory whole. All three may be called lazily; `begin`
 * comes first and `end` last. What the format cannot carry at all is reported by the caller (wholesaleLosses); a writer adds
 * what depends on the span.
 */
export interface DatasetWriter {
  readonly begin: () => Iterable<FilePart>;
  readonly article: (annotated: AnnotatedArticle) => Iterable<FilePart>;
  readonly end: () => Iterable<FilePart>;
}

export type CreateWriter = (about: DatasetAbout, options: WriteOptions, losses: LossLog) => DatasetWriter;

/** A name for an article's own file that is safe in any file system: its place in the dataset and what can be kept of its title. */
export function fileStem(index: number, { title }: Pick<Article, 'title'>): string {
  const kept = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${String(index + 1).padStart(4, '0')}${kept === '' ? '' : `-${kept.slice(0, 40).toWellFormed().replaceAll('\uFFFD', '')}`}`;
}

/** Paths for a file per article and annotator: a folder for each article, in it a file named after each annotator. */
export function createLayerPaths(
  { annotators }: DatasetAbout,
  extension: string,
): (articleIndex: number, article: Article, annotatorId: AnnotatorId | undefined) => string {
  const numbers = new Map<AnnotatorId, number>();
  return (articleIndex, article, annotatorId) => {
    const folder = fileStem(articleIndex, article);
    if (annotatorId === undefined) return `${folder}/article${extension}`;
    const number = numbers.get(annotatorId) ?? numbers.size;
    numbers.set(annotatorId, number);
    const name = annotators.find(({ id }) => id === annotatorId)?.name ?? annotatorId;
    return `${folder}/${fileStem(number, { title: name })}${extension}`;
  };
}
