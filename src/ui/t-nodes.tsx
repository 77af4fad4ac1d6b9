import { isolated } from '#language/isolated.ts';
import { spoken } from '#language/spoken.ts';
import { placesOf } from '#language/t.ts';
import { Fragment, isValidElement, type ReactNode } from 'react';

/** A text of the interface with links, names or keys in it, in the language in use: tNodes`See ${<a href={help}>…</a>}.` */
export function tNodes(parts: TemplateStringsArray, ...values: readonly ReactNode[]): ReactNode {
  const pattern = placesOf(parts);
  return pattern.parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && apart(values[pattern.order[index - 1]!])}
      {part}
    </Fragment>
  ));
}

/** Elements that are kept apart from the direction of what stands around them by what they are. */
const ARE_APART: readonly unknown[] = ['bdi', 'kbd', 'code'];

/** A value that turns nothing round in a language from right to left. */
function apart(value: ReactNode): ReactNode {
  if (typeof value === 'string') return isolated(value);
  const isLoose = isValidElement(value) && !ARE_APART.includes(value.type);
  return isLoose && spoken().language.direction === 'rtl' ? <bdi>{value}</bdi> : value;
}
