import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { plural } from '#language/numbers.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { singleEdits } from '#core/edits/single-edits.ts';
import { type Cause } from '#core/edits/history.ts';
import { type Edit } from '#core/edits/edit.ts';
import { findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span } from '#core/spans/span.ts';
import { sameRanges } from '#core/text/range.ts';
import { shortened } from '#state/span-words.ts';

/** What an entry of a log did, for one line of the history. */
export interface EntryWords {
  /** “Added”, “Undone: deleted”. */
  readonly what: string;
  /** The label or link type that it is about, or empty. */
  readonly name: string;
  /** The words of the span, or empty. */
  readonly quote: string;
  /** What changed in a span, or how much more the entry did, or empty. */
  readonly more: string;
}

type Single = ReturnType<typeof singleEdits>[number];

/** What was done, at the beginning of a line and behind a colon. */
interface Deed {
  readonly alone: string;
  readonly behind: string;
}

/** What an entry did, before it is said how it came about. */
interface Told extends Omit<EntryWords, 'what'> {
  readonly deed: Deed;
}

/** Tells what an entry did to a layer on this text, as far as one line has room. */
export function entryInWords(labelSet: LabelSet, text: string, edit: Edit, cause: Cause): EntryWords {
  // An undo holds the edit that took the other one back.
  const single = singleEdits(cause.kind === 'undo' ? invertEdit(edit) : edit);
  const told =
    single.find(({ kind }) => kind.endsWith('span')) ?? single.find(({ kind }) => kind.endsWith('link')) ?? single[0];
  if (!told) {
    const isMerge = cause.kind === 'new' && cause.merges !== undefined;
    const what = isMerge ? t`From another device: nothing new` : saidWith(cause, ON_OTHERS);
    return { what, name: '', quote: '', more: '' };
  }
  const { deed, ...words } = singleInWords(labelSet, text, told);
  // The first edit begins the layer as well, which nobody asks about.
  const others = single.filter((each) => each !== told && each.kind !== 'set-status').length;
  const more = [words.more, others > 0 ? plural(others, 'and # more change') : ''];
  return { ...words, what: saidWith(cause, deed), more: withCommas(more.filter((part) => part !== '')) };
}

function saidWith(cause: Cause, { alone, behind }: Deed): string {
  switch (cause.kind) {
    case 'undo':
      return t`Undo: ${behind}`;
    case 'redo':
      return t`Redo: ${behind}`;
    case 'new':
      return cause.merges === undefined ? alone : t`From another device: ${behind}`;
  }
}

function singleInWords(labelSet: LabelSet, text: string, edit: Single): Told {
  switch (edit.kind) {
    case 'add-span':
      return { deed: ADDED, more: '', ...spanNamed(labelSet, text, edit.span) };
    case 'remove-span':
      return { deed: DELETED, more: '', ...spanNamed(labelSet, text, edit.span) };
    case 'replace-span':
      return {
        deed: CHANGED,
        ...spanNamed(labelSet, text, edit.after),
        more: changed(labelSet, edit.before, edit.after),
      };
    case 'add-link':
    case 'remove-link': {
      const name = findLinkType(labelSet, edit.link.type)?.name ?? edit.link.type;
      return { deed: edit.kind === 'add-link' ? LINKED : UNLINKED, name, quote: '', more: '' };
    }
    case 'set-status':
      return { deed: MARKED[edit.after], name: '', quote: '', more: '' };
  }
}

function spanNamed(labelSet: LabelSet, text: string, span: Span): Pick<EntryWords, 'name' | 'quote'> {
  return { name: findLabel(labelSet, span.label)?.name ?? span.label, quote: shortened(quoteOf(text, span)) };
}

/** Which parts of a span are other than before: “label from Claim, note”. */
function changed(labelSet: LabelSet, before: Span, after: Span): string {
  const wasLabel = findLabel(labelSet, before.label)?.name ?? before.label;
  const parts = [
    ...(before.label === after.label ? [] : [t`label from ${wasLabel}`]),
    ...(sameRanges(before.ranges, after.ranges) ? [] : [t`extent`]),
    ...(JSON.stringify(before.attributes) === JSON.stringify(after.attributes) ? [] : [t`attributes`]),
    ...(before.note === after.note ? [] : [t`note`]),
  ];
  return withCommas(parts);
}

const ADDED: Deed = { alone: t`Added`, behind: t`added` };
const DELETED: Deed = { alone: t`Deleted`, behind: t`deleted` };
const CHANGED: Deed = { alone: t`Changed`, behind: t`changed` };
const LINKED: Deed = { alone: t`Linked`, behind: t`linked` };
const UNLINKED: Deed = { alone: t`Deleted a link`, behind: t`deleted a link` };
const ON_OTHERS: Deed = { alone: t`An action on other articles`, behind: t`an action on other articles` };
const MARKED: Readonly<Record<LayerStatus, Deed>> = {
  'not-started': { alone: t`Marked as not started`, behind: t`marked as not started` },
  'in-progress': { alone: t`Marked as in progress`, behind: t`marked as in progress` },
  done: { alone: t`Marked as done`, behind: t`marked as done` },
};
