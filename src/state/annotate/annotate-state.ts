import { NO_SUM } from '#core/edits/entry-sum.ts';
import { type History, NO_HISTORY } from '#core/edits/history.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type Article, type ArticleId, emptyLayer, type Layer } from '#core/project/project.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type SpanId } from '#core/spans/span.ts';
import { type Damage } from '#storage/replay.ts';
import { type Paragraph } from '#core/text/paragraphs.ts';

/** Where the caret is and, where it differs, where the selection began; UTF-16 offsets of the article's text. */
export interface TextSelection {
  readonly anchor: number;
  readonly head: number;
}

/** How far the disk has got with the edits made so far. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly message: string };

/** Whether the shown layer can be edited here, and if not, why. */
export type Permission = 'write' | 'other-annotator' | 'other-tab' | 'not-saved' | 'damaged' | 'in-trash';

/**
 * A sentence for the user; `count` grows so that the same sentence is announced again. A quiet one tells what the screen
 * shows anyway, and is only for those who hear it.
 */
export interface Notice {
  readonly text: string;
  readonly count: number;
  readonly isQuiet: boolean;
}

/** The article at hand, the layer that is shown, and what is selected. Plain data. */
export interface AnnotateData {
  readonly phase: 'closed' | 'opening' | 'open' | 'missing' | 'failed';
  readonly failure: string;
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
  readonly layer: Layer;
  readonly history: History;
  /** Number of the layer's last log entry, and its checksum. */
  readonly number: number;
  readonly sum: string;
  /** There where the layer is only what is left of one whose log is damaged. */
  readonly damage: Damage | undefined;
  readonly permission: Permission;
  readonly saving: Saving;
  readonly selection: TextSelection | undefined;
  readonly selectedId: SpanId | undefined;
  /** The span that was selected last, which may be gone. */
  readonly lastSelectedId: SpanId | undefined;
  /** What the number keys act on: the words at the caret or selected, or the selected span. */
  readonly target: 'text' | 'span';
  /** A label that tags every selection at once, until it is put down. */
  readonly armed: LabelId | undefined;
  /** The span and type of a link whose other end is being chosen. */
  readonly linking: { readonly from: SpanId; readonly type: LinkTypeId } | undefined;
  /** Grows when the view should bring the selected span or the caret into sight. */
  readonly reveal: number;
  /** Grows when an action on layers of other articles is on the disk. */
  readonly changedElsewhere: number;
  readonly notice: Notice;
}

const NO_ARTICLE: Article = {
  id: '' as ArticleId,
  title: '',
  source: '',
  date: '',
  language: 'und',
  original: { newline: 'none', byteOrderMark: false, replaced: 0 },
  correctionOf: '',
  author: '',
  pages: [],
  text: '',
};

/** Before any article was opened. */
export const NOTHING_OPEN: AnnotateData = {
  phase: 'closed',
  failure: '',
  article: NO_ARTICLE,
  paragraphs: [],
  layer: emptyLayer(NO_ARTICLE.id, '' as AnnotatorId),
  history: NO_HISTORY,
  number: 0,
  sum: NO_SUM,
  damage: undefined,
  permission: 'write',
  saving: { kind: 'saved' },
  selection: undefined,
  selectedId: undefined,
  lastSelectedId: undefined,
  target: 'text',
  armed: undefined,
  linking: undefined,
  reveal: 0,
  changedElsewhere: 0,
  notice: { text: '', count: 0, isQuiet: true },
};

/** The notice after this sentence. */
export function nextNotice(before: Notice, text: string, isQuiet: boolean): Notice {
  return { text, count: before.count + 1, isQuiet };
}
