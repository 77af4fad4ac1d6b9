import { t } from '#language/t.ts';
import { type Scheme } from './span-scores.ts';

/** What the schemes of span F1 are called where there is little room, as above a column. */
export const SCHEME_HEADS: Readonly<Record<Scheme, string>> = {
  strict: t`strict`,
  exact: t`exact`,
  partial: t`partial`,
  type: t`type`,
  soft: t`soft`,
};
