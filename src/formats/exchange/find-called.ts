/** The one with this id, else the first with this name, else with this id, whatever the case. */
export function findCalled<Item extends { readonly id: string; readonly name: string }>(
  items: Iterable<Item>,
  wanted: string,
): Item | undefined {
  const all = [...items];
  const small = wanted.toLowerCase();
  return (
    all.find(({ id }) => id === wanted) ??
    all.find(({ name }) => name.toLowerCase() === small) ??
    all.find(({ id }) => id.toLowerCase() === small)
  );
}
