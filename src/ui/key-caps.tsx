import { t } from '#language/t.ts';

const SIGN = '#';

/** What stands between keys in the language in use, in English “or” and “to”. */
const BETWEEN = new RegExp(
  `(${[t`${SIGN} or ${SIGN}`, t`${SIGN} to ${SIGN}`].map((keys) => keys.split(SIGN)[1]!).join('|')})`,
);

/** Keys in one line, alternatives separated by `or` or `to` as the language in use says it, each drawn as a key. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return keys.split(BETWEEN).map((part, index) => (index % 2 === 0 ? <kbd key={part}>{part}</kbd> : part));
}
