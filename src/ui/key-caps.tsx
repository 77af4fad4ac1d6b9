/** Keys in one line, alternatives separated by `or` or `to`, each drawn as a key. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return keys.split(/ (or|to) /).map((part, index) => (index % 2 === 0 ? <kbd key={part}>{part}</kbd> : ` ${part} `));
}
