import { followRule } from '#core/labels/follow-rule.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { decisionThrough } from './relabel-decision.ts';
import { relabelThrough, type RuledChange } from './relabel-layer.ts';

/**
 * A bundle as a project reads it whose label set has changed: what the changes took away is gone from its label set, and its
 * layers and decisions have followed. Gives the very bundle where there are no changes.
 */
export function bundleThrough(bundle: Bundle, changes: readonly RuledChange[]): Bundle {
  if (changes.length === 0) return bundle;
  const texts = new Map(bundle.articles.map(({ id, text }) => [id, text]));
  return {
    ...bundle,
    project: { ...bundle.project, labelSet: labelSetThrough(bundle.project.labelSet, changes) },
    layers: bundle.layers.map((layer) => relabelThrough(layer, changes, texts.get(layer.articleId) ?? '')),
    decisions: bundle.decisions.map((each) => decisionThrough(each, changes, texts.get(each.articleId) ?? '')),
  };
}

/** A label set without what the changes took away as a whole; what they took apart or added stays as it is. */
function labelSetThrough(labelSet: LabelSet, changes: readonly RuledChange[]): LabelSet {
  const whole = changes.flatMap(({ rules }) => rules.filter((rule) => !('where' in rule && rule.where)));
  return whole.reduce((current, rule) => followRule(current, rule).after, labelSet);
}
