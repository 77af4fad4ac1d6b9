import { t } from '#language/t.ts';
import { attributeInWords, toggledValue } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, type Label, valueForKey, wordsAttribute } from '#core/labels/label-set.ts';
import { attributeOf, withAttribute } from '#core/spans/span.ts';
import { wordsTaken } from '#state/annotate/candidates.ts';
import { valueToSet } from '#state/value-to-set.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type DraftSpan } from './review-state.ts';

type DraftValues = Pick<ReviewState, 'setDraftValue' | 'pressDraftValue' | 'takeDraftWords'>;

/** Saying more about what is being changed: values of its label's attributes. Nothing is decided before it is saved. */
export function createDraftValues({ session, set, get }: ReviewParts): DraftValues {
  const labelOf = ({ label }: DraftSpan): Label | undefined => findLabel(session.getState().project.labelSet, label);

  const setDraftValue: DraftValues['setDraftValue'] = (id, typed) => {
    const { draft, article, say } = get();
    if (!draft) return;
    const { value, problem } = valueToSet(labelOf(draft), id, typed);
    if (problem !== '') return say(problem);
    set({ draft: { ...draft, attributes: withAttribute(draft.attributes, id, value) } });
    const attribute = findAttribute(labelOf(draft), id);
    const said = value === undefined ? t`nothing` : attributeInWords(attribute, value, article.text);
    say(`${attribute?.name ?? id}: ${said}.`, true);
  };

  return {
    setDraftValue,
    pressDraftValue: (letter) => {
      const { draft } = get();
      const found = draft && valueForKey(labelOf(draft), letter);
      if (!found) return;
      const { attribute, value } = found;
      setDraftValue(attribute.id, toggledValue(attribute, attributeOf(draft, attribute.id), value.id));
    },
    takeDraftWords: (id) => {
      const { draft, say } = get();
      if (!draft) return;
      const label = labelOf(draft);
      const attribute = wordsAttribute(label, id);
      if (!attribute) return say(t`${label?.name ?? draft.label} has no attribute that holds words of the text.`);
      const range = wordsTaken(get());
      if (!range) return say(t`Select the words to take, or put the caret into a word.`);
      setDraftValue(attribute.id, range);
    },
  };
}
