import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { SPLITS, type WriteOptions } from '#formats/exchange/dataset.ts';
import { defaultOptions } from '#formats/exchange/default-options.ts';
import { type FormatId } from '#formats/exchange/detect-format.ts';
import { optionChoices, withOption } from '#formats/exchange/option-choices.ts';
import { type SplitChoice } from '#formats/exchange/prepare-dataset.ts';
import { type Renames } from '#formats/exchange/rename-labels.ts';
import { findFormat } from '#formats/registry.ts';

/** The options of the format with those that were given as `NAME=VALUE`, or why one of them cannot be. */
export function optionsFrom(id: FormatId, given: readonly string[]): WriteOptions | string {
  const format = findFormat(id)!;
  const choices = optionChoices(format);
  let options = defaultOptions(format);
  for (const pair of given) {
    const [flag, ...rest] = pair.split('=');
    const choice = choices.find((each) => each.flag === flag);
    if (!choice) {
      const known = choices.map((each) => each.flag).join(', ');
      return `--option ${pair}: ${id} has ${known === '' ? 'no options' : `the options ${known}`}.`;
    }
    const value = choice.values.find((each) => each.value.toLowerCase() === rest.join('=').toLowerCase());
    if (!value) {
      return `--option ${pair}: ${flag} must be one of: ${choice.values.map((each) => each.value).join(', ')}.`;
    }
    options = withOption(options, choice, value.value);
  }
  return options;
}

/** The shares of train, dev and test as they were given, such as `80,10,10`, or why they cannot be. */
export function splitFrom(given: string, seed: string): SplitChoice | string {
  const shares = given.split(',').map((share) => (/^\d+(?:\.\d+)?$/.test(share.trim()) ? Number(share) : Number.NaN));
  const [train = 0, dev = 0, test = 0] = shares;
  const isFit = shares.length === SPLITS.length && shares.every((share) => share >= 0) && train + dev + test > 0;
  if (!isFit) return `--split ${given} must be the shares of ${SPLITS.join(', ')}, such as 80,10,10.`;
  return { shares: { train, dev, test }, seed };
}

/**
 * The renaming that was given as `OLD=NEW`, where OLD is the id or the name of labels and link types; or why it cannot be. The
 * first equals sign with a label or a link type before it divides the two.
 */
export function renamesFrom({ labels, linkTypes }: LabelSet, given: readonly string[]): Renames | string {
  const renamedLabels = new Map<LabelId, string>();
  const renamedTypes = new Map<LinkTypeId, string>();
  for (const pair of given) {
    const cut = cutsOf(pair).find(({ old }) => [...labels, ...linkTypes].some((each) => isCalled(each, old)));
    if (!cut) {
      const known = [...labels, ...linkTypes].map(({ id }) => id).join(', ');
      return `--rename ${pair}: there is no label or link type of this id or name, but ${known === '' ? 'none at all' : known}.`;
    }
    for (const label of labels) if (isCalled(label, cut.old)) renamedLabels.set(label.id, cut.name);
    for (const type of linkTypes) if (isCalled(type, cut.old)) renamedTypes.set(type.id, cut.name);
  }
  return { labels: renamedLabels, linkTypes: renamedTypes };
}

function isCalled({ id, name }: { readonly id: string; readonly name: string }, wanted: string): boolean {
  return id === wanted || name === wanted;
}

function cutsOf(pair: string): readonly { readonly old: string; readonly name: string }[] {
  return Array.from(pair.matchAll(/=/g), ({ index }) => ({ old: pair.slice(0, index), name: pair.slice(index + 1) }));
}
