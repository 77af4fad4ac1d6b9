import { type Layer } from '#core/project/project.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { SAME_AS, withSameAs } from '#core/spans/same-as.ts';
import { plainWords } from './wanted.ts';
import { wordsOf } from './words-of-span.ts';

/** A text and what was marked in it. */
export interface Annotated {
  readonly text: string;
  readonly layer: Pick<Layer, 'spans' | 'links'>;
}

/**
 * Other names of what the span names, none twice: the words of all spans that links of the type same-as join to it, directly
 * or over several links. In the other texts a span with its label and its words stands for it; from there on only links
 * count, so that two people who share one name do not become one.
 */
export function aliasesOf(span: Span, home: Annotated, others: readonly Annotated[]): readonly string[] {
  const words = plainWords(wordsOf(home.text, span));
  const names = new Set<string>();
  const add = ({ text, layer }: Annotated, starts: readonly SpanId[]): void => {
    const joined = withSameAs(layer.links, starts);
    for (const each of layer.spans) if (joined.has(each.id)) names.add(plainWords(wordsOf(text, each)));
  };
  add(home, [span.id]);
  for (const other of others) {
    if (!other.layer.links.some(({ type }) => type === SAME_AS)) continue;
    const same = other.layer.spans.filter(
      (each) => each.label === span.label && plainWords(wordsOf(other.text, each)) === words,
    );
    add(
      other,
      same.map(({ id }) => id),
    );
  }
  names.delete(words);
  return [...names];
}
