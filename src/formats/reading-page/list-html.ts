import { t } from '#language/t.ts';
import { attributeInWords } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet, lineOf } from '#core/labels/label-set.ts';
import { type Layer } from '#core/project/project.ts';
import { linksAt } from '#core/spans/link.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type Span } from '#core/spans/span.ts';
import { cutBehind } from '#core/text/cut-behind.ts';
import { escapeHtml } from '#formats/displacy/html.ts';
import { type NumberedSpans } from './text-html.ts';

/** The words of a span are shown up to this length; the rest is a click away. */
const LONGEST = 280;
/** And those of a span at the other end of a link. */
const LONGEST_LINKED = 60;

/** Every label with how it is drawn and what it means. */
export function legendHtml(labelSet: LabelSet): string {
  const lines = labelSet.labels.map((label) => {
    const { name, description, channel, tone } = label;
    const sample = `<span class="sample ${channel} ${tone} k${lineOf(labelSet, label)}" aria-hidden="true"></span>`;
    return `<li>${sample}<b dir="auto">${escapeHtml(name)}</b>${told(description)}</li>`;
  });
  return `<ul class="legend" aria-label="${escapeHtml(t`Labels`)}">${lines.join('')}</ul>\n`;
}

function told(description: string): string {
  return description === '' ? '' : ` <span class="quiet" dir="auto">${escapeHtml(description)}</span>`;
}

/** The spans one after the other with label, values, links and note in words; each leads to its place in the text. */
export function* listHtml(
  layer: Layer,
  text: string,
  languageAttributes: string,
  numbered: NumberedSpans,
): Generator<string> {
  const { numberOf, prefix } = numbered;
  yield '<ol class="spans">\n';
  for (const span of layer.spans) {
    const number = numberOf(span.id);
    const words = escapeHtml(cutBehind(quoteOf(text, span), LONGEST));
    const details = detailsOf(span, layer, text, numbered);
    yield `<li id="${prefix}s${number}"><a class="words" href="#${prefix}t${number}"${languageAttributes}>${words}</a>
<div>${details.join(' · ')}</div>${noteHtml(span)}</li>\n`;
  }
  yield '</ol>\n';
}

function detailsOf(span: Span, layer: Layer, text: string, numbered: NumberedSpans): readonly string[] {
  const label = findLabel(numbered.labelSet, span.label);
  const values = span.attributes.map(({ id, value }) => {
    const attribute = findAttribute(label, id);
    return `${isolated(attribute?.name ?? id)}: ${isolated(attributeInWords(attribute, value, text))}`;
  });
  const links = linksAt(layer.links, span.id).flatMap(({ type, from, to }) => {
    const other = findSpan(layer.spans, from === span.id ? to : from);
    if (!other) return [];
    const name = findLinkType(numbered.labelSet, type)?.name ?? type;
    const words = isolated(cutBehind(quoteOf(text, other), LONGEST_LINKED));
    const number = numbered.numberOf(other.id);
    const way = from === span.id ? isolated(name) : t`${isolated(name)} of`;
    return [`${way}: <a href="#${numbered.prefix}s${number}">${words} (${number})</a>`];
  });
  return [`<b>${isolated(label?.name ?? span.label)}</b>`, ...values, ...links];
}

/** Words from outside among ours, whose direction stays their own affair. */
function isolated(words: string): string {
  return `<bdi>${escapeHtml(words)}</bdi>`;
}

function noteHtml({ note }: Span): string {
  return note === '' ? '' : `\n<div dir="auto">${t`Note: ${escapeHtml(note)}`}</div>`;
}
