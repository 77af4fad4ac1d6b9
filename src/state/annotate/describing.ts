import { t } from '#language/t.ts';
import { type AttributeValue, attributeInWords, toggledValue } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, type Label, valueForKey, wordsAttribute } from '#core/labels/label-set.ts';
import { attributeOf, type Span, withAttribute } from '#core/spans/span.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { valueToSet } from '#state/value-to-set.ts';
import { type AnnotateState, type Parts } from './annotate-parts.ts';
import { wordsTaken } from './candidates.ts';

type Describing = Pick<AnnotateState, 'setAttribute' | 'applyValueKey' | 'takeWords'>;

/** Saying more about spans: values of their label's attributes. Every action is one edit. */
export function createDescribing({ dependencies, session, set, get }: Parts): Describing {
  const labelOf = (span: Span): Label | undefined => findLabel(session.getState().project.labelSet, span.label);

  const setAttribute: Describing['setAttribute'] = (id, attributeId, typed) => {
    const { layer, article, commit, say } = get();
    const before = findSpan(layer.spans, id);
    if (!before) return;
    const { value, problem } = valueToSet(labelOf(before), attributeId, typed);
    if (problem !== '') return say(problem);
    if (isSame(attributeOf(before, attributeId), value)) return;
    const attributes = withAttribute(before.attributes, attributeId, value);
    const after: Span = { ...before, attributes, changedAt: dependencies.now() };
    const attribute = findAttribute(labelOf(before), attributeId);
    const said = value === undefined ? t`nothing` : attributeInWords(attribute, value, article.text);
    commit({ kind: 'replace-span', before, after }, `${attribute?.name ?? attributeId}: ${said}.`);
  };

  return {
    setAttribute,
    applyValueKey: (letter) => {
      const { layer, selectedId } = get();
      const span = findSpan(layer.spans, selectedId);
      const found = span && valueForKey(labelOf(span), letter);
      if (!found) return false;
      const { attribute, value } = found;
      setAttribute(span.id, attribute.id, toggledValue(attribute, attributeOf(span, attribute.id), value.id));
      return true;
    },
    takeWords: (id) => {
      const { layer, selectedId, lastSelectedId, say } = get();
      const span = findSpan(layer.spans, selectedId ?? lastSelectedId);
      if (!span) return say(t`Select a span first, then the words to take.`);
      const attribute = wordsAttribute(labelOf(span), id);
      if (!attribute)
        return say(t`${labelOf(span)?.name ?? span.label} has no attribute that holds words of the text.`);
      const range = wordsTaken(get());
      if (!range) return say(t`Select the words to take, or put the caret into a word.`);
      setAttribute(span.id, attribute.id, range);
      set({ selectedId: span.id });
    },
  };
}

function isSame(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
