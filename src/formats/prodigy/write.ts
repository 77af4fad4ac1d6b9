import { type Article, type Layer } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { authorField } from '#formats/exchange/author-field.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type CreateWriter } from '#formats/exchange/dataset.ts';
import { jsonLine } from '#formats/exchange/json-lines.ts';
import { type LossLog } from '#formats/exchange/losses.ts';
import { spansOnTokens, type TokenSpan } from '#formats/exchange/token-spans.ts';
import { tokenize, type TokenizedText } from '#formats/exchange/tokens.ts';
import { type ProdigyToken, prodigyTokens } from './prodigy-tokens.ts';

const PATH = 'prodigy.jsonl';

/**
 * A line for each article and annotator. What is done is an accepted answer; the rest has no answer, and is a task that
 * Prodigy asks about. Hashes are left out, since Prodigy makes its own. Our ids, and what is known of the article, are in
 * fields that it passes on.
 */
export const createProdigyWriter: CreateWriter = (about, _, losses) => {
  const nameOf = annotatorNames(about);
  return {
    begin: () => [],
    *article({ article, layers, split }) {
      const text = tokenize(article.text, article.language);
      const tokens = prodigyTokens(article.text, text.tokens);
      const path = split === undefined ? PATH : `${split}.jsonl`;
      for (const layer of layers) {
        yield {
          path,
          content: jsonLine({
            _annotator_name: nameOf(layer.annotatorId),
            ...taskOf(article, layer, text, tokens, losses),
          }),
        };
      }
    },
    end: () => [],
  };
};

function taskOf(
  article: Article,
  layer: Layer,
  text: TokenizedText,
  { all, idOf }: ReturnType<typeof prodigyTokens>,
  losses: LossLog,
): object {
  const spans = new Map<SpanId, SpanRow>();
  for (const each of spansOnTokens(article, layer, text, losses)) {
    const { from, to } = each.trimmed;
    spans.set(each.span.id, spanRow(each, article.text.slice(from, to), all, idOf));
  }
  const relations = layer.links.flatMap(({ id, type, from, to }) => {
    const [head, child] = [spans.get(from), spans.get(to)];
    if (head && child) return [relationRow(id, type, head, child)];
    const { articleId, annotatorId } = layer;
    losses.add({ reason: 'link-endpoint-dropped', articleId, annotatorId, linkId: id, detail: type });
    return [];
  });
  const { id, title, source, date, language } = article;
  const seconds = Math.floor(Date.parse(layer.changedAt) / 1000);
  return {
    // First, since a long text would hide them from whoever looks at the start of the file.
    _view_id: relations.length > 0 ? 'relations' : 'spans_manual',
    _is_binary: false,
    ...(layer.status === 'done' ? { answer: 'accept' } : {}),
    _session_id: layer.annotatorId,
    _annotator_id: layer.annotatorId,
    ...(Number.isNaN(seconds) ? {} : { _timestamp: seconds }),
    meta: { doc_id: id, title, ...authorField(article), source, date, language, status: layer.status },
    text: article.text,
    tokens: all,
    spans: [...spans.values()],
    relations,
  };
}

/** `end` is behind the last character, but `token_end` is the last token itself. */
interface SpanRow {
  readonly start: number;
  readonly end: number;
  readonly token_start: number;
  readonly token_end: number;
  readonly label: string;
  readonly text: string;
  readonly id: string;
}

function spanRow(
  { span, first, last }: TokenSpan,
  text: string,
  all: readonly ProdigyToken[],
  idOf: readonly number[],
): SpanRow {
  const [start, end] = [all[idOf[first]!]!, all[idOf[last]!]!];
  return {
    start: start.start,
    end: end.end,
    token_start: start.id,
    token_end: end.id,
    label: span.label,
    text,
    id: span.id,
  };
}

/** Prodigy takes the last token of a span for its head. */
function relationRow(id: string, label: string, head: SpanRow, child: SpanRow): object {
  return { head: head.token_end, child: child.token_end, head_span: head, child_span: child, label, id };
}
