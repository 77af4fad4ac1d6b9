import { total } from '#core/text/total.ts';
import { type Comparison } from './compared.ts';
import { type MeasuredAttribute } from './measure-attributes.ts';
import { type MeasuredSpans } from './measure-spans.ts';
import { type ArticleText } from './measure-text.ts';
import { type AttributeAgreement, type LabelAgreement, type TextFigures } from './report.ts';
import { figureAt, type Figures, schemeFigures, type Statistics } from './report-figures.ts';
import { distancesFor } from './statistic-attributes.ts';
import { figureName } from './statistic-rows.ts';
import { type TextUnit } from './statistic-text.ts';

/** Agreement on each label by itself, in the order of the labels. */
export function labelAgreements(
  { labels }: Comparison,
  measured: {
    readonly spans: MeasuredSpans;
    readonly texts: readonly ArticleText[];
    readonly attributes: readonly MeasuredAttribute[];
  },
  figures: Statistics<Figures>,
): readonly LabelAgreement[] {
  return labels.map((id, label) => ({
    label: id,
    spans: measured.spans.tendencies.map(({ counts }) => counts[label]!),
    f1: schemeFigures(figures.spans, { label }),
    gamma: figures.gamma && figureAt(figures.gamma, figureName('gammaCategory', { label })),
    unitizing: figureAt(figures.unitizing, figureName('unitizing', { label })),
    earlier: figureAt(figures.earlier, figureName('earlier', { label })),
    coding: figureAt(figures.coding, figureName('coding value', { label })),
    characters: textFigures(figures.text, 'characters', label, measured.texts),
    tokens: textFigures(figures.text, 'tokens', label, measured.texts),
    attributes: measured.attributes.flatMap((attribute, index): readonly AttributeAgreement[] =>
      attribute.label === id ? [attributeAgreement(attribute, figures.attributes[index]!)] : [],
    ),
  }));
}

function textFigures(figures: Figures, unit: TextUnit, label: number, texts: readonly ArticleText[]): TextFigures {
  let [having, all] = [0, 0];
  for (const text of texts) {
    const { each } = text.labels[label]![unit];
    having += total(each);
    all += text[unit] * each.length;
  }
  return {
    cohen: figureAt(figures, figureName(`cohen ${unit}`, { label })),
    fleiss: figureAt(figures, figureName(`fleiss ${unit}`, { label })),
    alpha: figureAt(figures, figureName(`alpha ${unit}`, { label })),
    share: all === 0 ? 0 : having / all,
  };
}

function attributeAgreement(measured: MeasuredAttribute, figures: Figures): AttributeAgreement {
  return {
    attribute: measured.attribute,
    figures: distancesFor(measured).map((distance) => ({ distance, figure: figureAt(figures, distance) })),
  };
}
