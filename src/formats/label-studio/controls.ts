import { type LabelSet } from '#core/labels/label-set.ts';
import { nameFrom, safeName } from '#formats/exchange/safe-name.ts';

/** The control that sets labels, and the object that shows the text. */
export const LABEL_CONTROL = 'label';
export const TEXT_OBJECT = 'text';

/** The name of the control that sets an attribute of a label. */
export type ControlName = (label: string, attribute: string) => string;

/**
 * Names of controls: the attribute's own where only one label has it, else with the label in front, `CLAIM.stance`, since
 * Label Studio knows controls by their names alone. attributeFrom gives the attribute back.
 */
export function controlNames({ labels }: LabelSet): ControlName {
  const uses = new Map<string, number>();
  for (const { attributes } of labels) for (const { id } of attributes) uses.set(id, (uses.get(id) ?? 0) + 1);
  return (label, attribute) => {
    const name = safeName(attribute);
    const isOwn = uses.get(attribute) === 1 && name !== LABEL_CONTROL && name !== TEXT_OBJECT;
    return isOwn ? name : `${safeName(label)}.${name}`;
  };
}

/** The attribute that the control of this name sets on regions with the label. */
export function attributeFrom(control: string, label: string): string {
  return nameFrom(belongsTo(control, label) ? control.slice(safeName(label).length + 1) : control);
}

/** Whether the control's name says that it is for this label. */
export function belongsTo(control: string, label: string): boolean {
  return control.startsWith(`${safeName(label)}.`);
}
