import { t } from '#language/t.ts';
import { eitherInWords } from '#language/lists.ts';
import { type Edit } from '#core/edits/edit.ts';
import { findLabel, findLinkType, wordsAttribute } from '#core/labels/label-set.ts';
import { type LinkType, mayEndAt, mayStartAt } from '#core/labels/link-type.ts';
import { missingItems } from '#core/project/missing-items.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { attributeOf, type Span, spanByHand, type SpanId, withAttribute } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type AnnotateState, type LinkEnd, type Parts } from './annotate-parts.ts';
import { quoteOf } from '#core/spans/quote-of.ts';

type Linking = Pick<AnnotateState, 'startLinking' | 'stopLinking' | 'linkTo' | 'removeLink'>;

/** Making and deleting links. Every action is one edit. */
export function createLinking({ dependencies, session, set, get }: Parts): Linking {
  const { newId, now } = dependencies;
  const labelSet = () => session.getState().project.labelSet;

  /** The edits that put a span on words which have none yet, and the span. */
  const endOf = (end: LinkEnd): { readonly span: Span | undefined; readonly edits: readonly Edit[] } => {
    if (end.kind === 'span') return { span: findSpan(get().layer.spans, end.id), edits: [] };
    const span = spanByHand(newId() as SpanId, end.label, [end.range], now());
    return { span, edits: [{ kind: 'add-span', span }] };
  };

  return {
    startLinking: (given) => {
      const { layer, selectedId, permission, linking, say } = get();
      const span = findSpan(layer.spans, linking?.from ?? selectedId);
      if (!span) return say(t`Select a span first, then link it.`);
      const label = findLabel(labelSet(), span.label);
      const types = labelSet().linkTypes.filter((type) => mayStartAt(type, span.label));
      const [missing] = missingItems(labelSet(), layer, span).linkTypes;
      const type = types.find(({ id }) => id === (given ?? missing?.id)) ?? types[0];
      if (!type) return say(t`No link type starts at ${label?.name ?? span.label}.`);
      if (permission !== 'write')
        return say(t`Links can be made in your own layer only, while no other tab is writing it.`);
      set({ linking: { from: span.id, type: type.id } });
    },
    stopLinking: () => {
      set({ linking: undefined });
    },
    linkTo: (end) => {
      const { linking, layer, article, commit, say } = get();
      const from = findSpan(layer.spans, linking?.from);
      const type = linking && findLinkType(labelSet(), linking.type);
      const { span: to, edits } = endOf(end);
      if (!from || !type || !to) return set({ linking: undefined });
      const refusal = refusalOf(type, from, to, layer.links, (id) => findLabel(labelSet(), id)?.name ?? id);
      if (refusal !== undefined) return say(refusal);
      const link: Link = {
        id: newId() as LinkId,
        type: type.id,
        from: from.id,
        to: to.id,
        origin: 'hand',
        createdAt: now(),
      };
      const replaced = type.isSingle
        ? layer.links.filter((held) => held.type === type.id && held.from === from.id)
        : [];
      const all: readonly Edit[] = [
        ...replaced.map((held): Edit => ({ kind: 'remove-link', link: held })),
        ...edits,
        ...cueEdits(from, end),
        { kind: 'add-link', link },
      ];
      if (!commit({ kind: 'together', edits: all }, `${type.name}: ${quoteOf(article.text, to)}`)) return;
      set({ linking: undefined, selectedId: from.id });
    },
    removeLink: (id) => {
      const { layer, commit } = get();
      const link = layer.links.find((held) => held.id === id);
      if (!link) return;
      const name = findLinkType(labelSet(), link.type)?.name ?? link.type;
      commit({ kind: 'remove-link', link }, t`${name}: link deleted.`);
    },
  };

  /** The word of saying beside the end becomes the cue of a span that has none yet and whose label asks for one. */
  function cueEdits(from: Span, { cue }: LinkEnd): readonly Edit[] {
    const attribute = wordsAttribute(findLabel(labelSet(), from.label));
    if (!cue || !attribute || attributeOf(from, attribute.id) !== undefined) return [];
    const attributes = withAttribute(from.attributes, attribute.id, { from: cue.from, to: cue.to });
    return [{ kind: 'replace-span', before: from, after: { ...from, attributes, changedAt: now() } }];
  }
}

/** Why a link of the type cannot be made, as a sentence, or undefined where it can. */
function refusalOf(
  type: LinkType,
  from: Span,
  to: Span,
  links: readonly Link[],
  nameOf: (id: Span['label']) => string,
): string | undefined {
  if (from.id === to.id) return t`A span cannot be linked to itself.`;
  if (!mayEndAt(type, to.label)) {
    return t`${type.name} ends at ${eitherInWords(type.to.map(nameOf))}, not at ${nameOf(to.label)}.`;
  }
  const isThere = links.some((link) => link.type === type.id && link.from === from.id && link.to === to.id);
  return isThere ? t`They are linked already.` : undefined;
}
