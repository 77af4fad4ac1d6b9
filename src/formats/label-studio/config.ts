import { type Attribute } from '#core/labels/attribute.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { type ControlName, LABEL_CONTROL, TEXT_OBJECT } from './controls.ts';

type Element = (
  name: string,
  attributes: readonly (readonly [string, string])[],
  content?: readonly string[],
) => string;

/**
 * The labelling configuration, whose names the results refer to: without it Label Studio shows none of them. A value with
 * control characters that XML forbids has a space for each, which is reported.
 */
export function labellingConfig(labelSet: LabelSet, controlName: ControlName, losses: LossLog): string {
  const element: Element = (name, attributes, content = []) => {
    const written = attributes.map(([key, value]) => ` ${key}="${attributeValue(value, losses)}"`).join('');
    return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>\n${indented(content)}\n</${name}>`;
  };
  const labels = labelSet.labels.map(({ id }) => element('Label', [['value', id]]));
  const relations = labelSet.linkTypes.map(({ id }) => element('Relation', [['value', id]]));
  const controls = labelSet.labels.flatMap(({ id, attributes }) =>
    attributes.map((attribute) => controlOf(element, id, attribute, controlName(id, attribute.id))),
  );
  const content = [
    // Otherwise the page joins spaces, and offsets are off.
    '<Style>.htx-text { white-space: pre-wrap; }</Style>',
    element(
      'Labels',
      [
        ['name', LABEL_CONTROL],
        ['toName', TEXT_OBJECT],
      ],
      labels,
    ),
    ...(relations.length === 0 ? [] : [element('Relations', [], relations)]),
    element('Text', [
      ['name', TEXT_OBJECT],
      ['value', '$text'],
      ['saveTextResult', 'yes'],
    ]),
    ...controls,
  ];
  return `${element('View', [], content)}\n`;
}

function controlOf(element: Element, label: string, attribute: Attribute, name: string): string {
  const { kind, values, isRequired } = attribute;
  const common = [
    ['name', name],
    ['toName', TEXT_OBJECT],
    ['perRegion', 'true'],
    ['whenTagName', LABEL_CONTROL],
    // A comma would be taken for the end of the label.
    ...(label.includes(',') ? [] : [['whenLabelValue', label] as const]),
    ...(isRequired ? [['required', 'true'] as const] : []),
  ] as const;
  switch (kind) {
    case 'choice':
    case 'several': {
      const choices = values.map((value) =>
        element('Choice', [
          ['value', value.id],
          ['hint', value.name],
        ]),
      );
      return element('Choices', [...common, ['choice', kind === 'several' ? 'multiple' : 'single']], choices);
    }
    case 'yes-no': {
      const choices = ['yes', 'no'].map((value) => element('Choice', [['value', value]]));
      return element('Choices', [...common, ['choice', 'single']], choices);
    }
    case 'number':
      return element('Number', common);
    case 'text':
    case 'range':
      return element('TextArea', [...common, ['editable', 'true'], ['maxSubmissions', '1']]);
  }
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`).join('\n');
}

// oxlint-disable-next-line no-control-regex -- these very characters are not allowed in XML 1.0.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function attributeValue(value: string, losses: LossLog): string {
  const allowed = value.replaceAll(FORBIDDEN, ' ');
  if (allowed !== value) losses.add({ reason: 'control-character-replaced', detail: value });
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}
