import { type OffsetUnit } from '#core/text/offset-units.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { type LooseAttribute, type LooseRange } from '#formats/exchange/loose.ts';

/** An annotation that puts something on words, as one of the kinds of files has it. */
export interface FoundSpan {
  readonly place: string;
  /** As the file has it, an IRI for most; empty where it has none. */
  readonly id: string;
  /** What is annotated: an IRI, or the path of the file where it does not say. */
  readonly source: string;
  readonly annotator: string;
  /** See LooseLayer. */
  readonly annotatorName: string;
  /** Each makes a span of its own. */
  readonly labels: readonly string[];
  readonly passage: Passage;
  readonly attributes: readonly LooseAttribute[];
  readonly note: string;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** An annotation that joins two others, whose ids it names. */
export interface FoundLink {
  readonly place: string;
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** Words of a text by their position, which may be missing (NaN), and what they are. */
export interface Passage {
  readonly ranges: readonly LooseRange[];
  readonly quotes: readonly string[] | undefined;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a page says of the text that it annotates. */
export interface FoundText {
  readonly place: string;
  readonly iri: string;
  readonly title: string;
  readonly author: string;
  readonly publication: string;
  readonly date: string;
  readonly language: string;
  /** Path of the text's file, or empty. */
  readonly file: string;
  readonly sha256: string;
  readonly unit: OffsetUnit | undefined;
  readonly layers: readonly {
    readonly annotator: string;
    readonly annotatorName: string;
    readonly status: LayerStatus;
  }[];
}

/** Takes what is found while the files are walked through. */
export interface Finds {
  readonly span: (span: FoundSpan) => void;
  readonly link: (link: FoundLink) => void;
  readonly text: (text: FoundText) => void;
  readonly problem: (place: string, message: string) => void;
}
