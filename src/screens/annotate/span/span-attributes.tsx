import { findLabel } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { useKeyText } from '#screens/annotate/keys/use-key-text.ts';
import { AttributeFields } from '#views/labels/attribute-fields.tsx';

interface SpanAttributesProps {
  readonly span: Span;
  readonly isWritable: boolean;
  readonly onReturnToText: () => void;
}

/** What the label asks about the span; each answer is one edit. */
export function SpanAttributes({ span, isWritable, onReturnToText }: SpanAttributesProps) {
  const { annotate } = useStores();
  const keyText = useKeyText();
  const text = useAnnotate((state) => state.article.text);
  const label = useSession((state) => findLabel(state.project.labelSet, span.label));
  return (
    <AttributeFields
      attributes={label?.attributes ?? []}
      held={span.attributes}
      text={text}
      isWritable={isWritable}
      onSet={(id, value) => {
        annotate.getState().setAttribute(span.id, id, value);
      }}
      onRefuse={(why) => {
        annotate.getState().say(why);
      }}
      onTakeWords={(id) => {
        annotate.getState().takeWords(id);
      }}
      takeKey={keyText('take-words')}
      onReturnToText={onReturnToText}
    />
  );
}
