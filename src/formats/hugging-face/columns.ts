/** A column of a dataset: texts, whole numbers, one of listed names by its number, or a list of rows of their own. */
export type Column =
  | { readonly name: string; readonly kind: 'text' | 'whole' | 'texts' | 'truths' }
  | { readonly name: string; readonly kind: 'classes'; readonly classes: readonly string[] }
  | { readonly name: string; readonly kind: 'rows'; readonly columns: readonly Column[] };

/** A column of texts. */
export function text(name: string): Column {
  return { name, kind: 'text' };
}

/** A column of whole numbers. */
export function whole(name: string): Column {
  return { name, kind: 'whole' };
}

/** A column that holds a list of rows. */
export function listOf(name: string, columns: readonly Column[]): Column {
  return { name, kind: 'rows', columns };
}

/** The columns as `dataset_info` in the YAML head of a dataset card says them, in the words that every version knows. */
export function featuresYaml(columns: readonly Column[]): string {
  return `dataset_info:\n  features:\n${columns
    .flatMap((column) => yamlLines(column))
    .map((line) => `    ${line}\n`)
    .join('')}`;
}

function yamlLines(column: Column): readonly string[] {
  const name = `- name: ${column.name}`;
  switch (column.kind) {
    case 'text':
      return [name, '  dtype: string'];
    case 'whole':
      return [name, '  dtype: int64'];
    case 'texts':
      return [name, '  sequence: string'];
    case 'truths':
      return [name, '  sequence: bool'];
    case 'classes': {
      const names = column.classes.map((each, index) => `        '${index}': ${yamlText(each)}`);
      return [name, '  sequence:', '    class_label:', '      names:', ...names];
    }
    case 'rows':
      return [name, '  list:', ...column.columns.flatMap((inner) => yamlLines(inner)).map((line) => `    ${line}`)];
  }
}

/** A text in double quotes, with whatever a YAML file must not hold written as its number. */
export function yamlText(words: string): string {
  return JSON.stringify(words).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
