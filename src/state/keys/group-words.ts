import { t } from '#language/t.ts';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['Everywhere', t`Everywhere`],
  ['Move in the text', t`Move in the text`],
  ['Tag', t`Tag`],
  ['Change the selected span', t`Change the selected span`],
  ['Work', t`Work`],
  ['Review: groups', t`Review: groups`],
  ['Review: decide', t`Review: decide`],
  ['Review: change or add', t`Review: change or add`],
  ['Review: work', t`Review: work`],
]);

/** What a group of commands is called where its keys are shown. */
export function groupInWords(group: string): string {
  return WORDS.get(group) ?? group;
}
