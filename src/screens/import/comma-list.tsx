import { withCommas } from '#language/lists.ts';
import { Fragment, type ReactNode } from 'react';

/** What the language in use has between two of a list. */
const COMMA = withCommas(['', '']);

/** What is named beside one another where it is more than words; its order does not change. */
export function CommaList({ items }: { readonly items: readonly ReactNode[] }) {
  return items.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index > 0 && COMMA}
      {item}
    </Fragment>
  ));
}
