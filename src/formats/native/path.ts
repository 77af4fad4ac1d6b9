/** Steps from the outermost value to one inside it. */
export type Path = readonly (string | number)[];

/** The path as people write it: articles[3].text, layers[0]["two words"]; `file` for the outermost value itself. */
export function pathText(path: Path): string {
  if (path.length === 0) return 'file';
  return path.map(stepText).join('').replace(/^\./, '');
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  if (/^[A-Za-z_$][\w$]{0,60}$/.test(step)) return `.${step}`;
  return `[${JSON.stringify(Array.from(step).slice(0, 60).join(''))}]`;
}
