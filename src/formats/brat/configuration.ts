import { hasValues } from '#core/labels/attribute.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { safeName } from '#formats/exchange/safe-name.ts';

/** brat's annotation.conf: without it brat shows errors instead of the annotations. */
export function annotationConf({ labels, linkTypes }: LabelSet): string {
  const relations = linkTypes.map(({ id, from, to }) => `${safeName(id)}\tArg1:${oneOf(from)}, Arg2:${oneOf(to)}`);
  return [
    '[entities]',
    ...labels.map(({ id }) => safeName(id)),
    '',
    '[relations]',
    ...relations,
    // Without this line brat refuses spans that overlap.
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    ...attributeLines(labels),
    '',
  ].join('\n');
}

/** brat's visual.conf, with the names that people see. */
export function visualConf({ labels, linkTypes }: LabelSet): string {
  const named = [...labels, ...linkTypes].map(({ id, name }) => ({
    safe: safeName(id),
    name: name.replaceAll(/[|\s\p{Cc}]+/gu, ' ').trim(),
  }));
  const lines = named.filter(({ name }) => name !== '').map(({ safe, name }) => `${safe} | ${name}`);
  return ['[labels]', ...lines, '', '[drawing]', ''].join('\n');
}

function oneOf(labels: readonly string[]): string {
  return labels.length === 0 ? '<ENTITY>' : labels.map(safeName).join('|');
}

/** One line for each name, since brat knows attributes by their names alone; labels that share one share its values. */
function attributeLines(labels: LabelSet['labels']): readonly string[] {
  const found = new Map<string, { readonly labels: string[]; readonly values: Set<string> }>();
  for (const label of labels) {
    for (const { id, kind, values } of label.attributes) {
      if (kind === 'range') continue;
      const known = found.get(id) ?? { labels: [], values: new Set<string>() };
      found.set(id, known);
      known.labels.push(label.id);
      if (kind === 'yes-no') for (const value of ['yes', 'no']) known.values.add(value);
      if (hasValues(kind)) for (const value of values) known.values.add(value.id);
    }
  }
  return [...found].map(([id, { labels: its, values }]) => {
    const listed = values.size === 0 ? '' : `, Value:${[...values].map(safeName).join('|')}`;
    return `${safeName(id)}\tArg:${oneOf(its)}${listed}`;
  });
}
