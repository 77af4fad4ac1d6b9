/** The names with a number put before the first full stop of each that came before, whatever its case. */
export function uniqueFileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = name.replace(/(?=\.)/, `-${number}`);
    taken.add(unique.toLowerCase());
    return unique;
  });
}
