import { type Attribute } from '#core/labels/attribute.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { attributeName, labelTag, linkTag, NOTE, ROOT, tagsOf, valueName } from './names.ts';

/**
 * The schema of a label set as MedTator has it, which is DTD only by its looks: one declaration on each line, lists of values
 * with spaces around, an empty default.
 */
export function writeSchema(labelSet: LabelSet): string {
  const lines = new Map<string, readonly string[]>();
  for (const { id, attributes } of labelSet.labels) {
    const tag = labelTag(id);
    lines.set(tag, [
      `<!ELEMENT ${tag} ( #PCDATA ) >`,
      ...attributes.map((attribute) => attributeLine(tag, attribute)),
      `<!ATTLIST ${tag} ${NOTE} CDATA "">`,
    ]);
  }
  for (const { id } of labelSet.linkTypes) {
    const tag = linkTag(labelSet, id);
    lines.set(tag, [
      `<!ELEMENT ${tag} EMPTY >`,
      `<!ATTLIST ${tag} arg0 IDREF prefix="from" #IMPLIED>`,
      `<!ATTLIST ${tag} arg1 IDREF prefix="to" #IMPLIED>`,
    ]);
  }
  const blocks = tagsOf(labelSet).map((tag) => `${lines.get(tag)!.join('\n')}\n`);
  return [`<!ENTITY name "${ROOT}">\n`, ...blocks].join('\n');
}

function attributeLine(tag: string, { id, kind, values }: Attribute): string {
  const name = attributeName(id);
  const list =
    kind === 'yes-no' ? ['yes', 'no'] : kind === 'choice' ? values.map((value) => valueName(value.id)) : undefined;
  return list === undefined
    ? `<!ATTLIST ${tag} ${name} CDATA "">`
    : `<!ATTLIST ${tag} ${name} ( ${list.join(' | ')} ) #IMPLIED "">`;
}

/** Reports each id that had to be written in another form; reading gives it back. */
export function reportRenamed(labelSet: LabelSet, losses: LossLog): void {
  const report = (id: string, written: string): void => {
    if (id !== written) losses.add({ reason: 'label-renamed', detail: `${id} → ${written}` });
  };
  for (const { id, attributes } of labelSet.labels) {
    report(id, labelTag(id));
    for (const attribute of attributes) {
      report(attribute.id, attributeName(attribute.id));
      for (const value of attribute.values) report(value.id, valueName(value.id));
    }
  }
  for (const { id } of labelSet.linkTypes) report(id, linkTag(labelSet, id));
}
