import { plural } from '#language/numbers.ts';
import { t } from '#language/t.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { directionOf } from '#core/text/direction.ts';
import { escapeHtml, languageInUse, reportForbidden } from '#formats/displacy/html.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type AnnotatedArticle, type CreateWriter, type FilePart, fileStem } from '#formats/exchange/dataset.ts';
import { LANGUAGE_TAG } from '#formats/limits.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { legendHtml, listHtml } from './list-html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { type NumberedSpans, textHtml } from './text-html.ts';

/**
 * A page for each article, with each annotator's spans. It needs no other file, runs no script and asks no other host for
 * anything: its policy allows its own style and nothing else. Layers that were not started are left out.
 */
export const createReadingPageWriter: CreateWriter = ({ project, annotators }, _, losses) => {
  const { labelSet } = project;
  const nameOf = annotatorNames({ annotators });
  let index = 0;
  return {
    begin: () => [],
    *article({ article, layers }: AnnotatedArticle): Generator<FilePart> {
      const path = `${fileStem(index, article)}.html`;
      index += 1;
      reportForbidden(article, losses);
      const shown = layers.filter(({ status }) => status !== 'not-started');
      yield { path, content: headOf(article) };
      yield { path, content: legendHtml(labelSet) };
      for (const [place, layer] of shown.entries()) {
        const prefix = place === 0 ? '' : `${place + 1}-`;
        const numbers = new Map<SpanId, number>(layer.spans.map(({ id }, at) => [id, at + 1]));
        const numbered: NumberedSpans = { spans: layer.spans, labelSet, numberOf: (id) => numbers.get(id)!, prefix };
        for (const content of layerHtml(article, layer, nameOf(layer.annotatorId), numbered)) yield { path, content };
      }
      if (shown.length === 0)
        yield { path, content: `<p class="quiet">${escapeHtml(t`Nobody has annotated this article.`)}</p>\n` };
      yield { path, content: FOOT };
    },
    end: () => [],
  };
};

const POLICY = `default-src 'none'; style-src 'sha256-${base64(sha256(new TextEncoder().encode(PAGE_STYLE)))}'; base-uri 'none'; form-action 'none'`;

const FOOT = `</main>\n<footer>${escapeHtml(t`Made with Spanmark.`)}</footer>\n</body>\n</html>\n`;

function headOf(article: Article): string {
  const title = escapeHtml(article.title);
  const facts = [article.author, article.source, article.date]
    .filter((each) => each !== '')
    .map((each) => `<bdi>${escapeHtml(each)}</bdi>`);
  const about = facts.length === 0 ? '' : `<p class="about">${facts.join(' · ')}</p>\n`;
  return `<!doctype html>
<html${languageInUse()}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Spanmark">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1${languageOf(article)}>${title}</h1>
${about}</header>
<main>
`;
}

/** One annotator's view of the article: the text with the spans, then the list of them. */
function* layerHtml(article: Article, layer: Layer, name: string, numbered: NumberedSpans): Generator<string> {
  const language = languageOf(article);
  const { prefix } = numbered;
  const by = t`Annotated by ${`<bdi>${escapeHtml(name)}</bdi>`}`;
  yield `<section aria-labelledby="${prefix}by">\n<h2 id="${prefix}by">${by}</h2>\n`;
  yield `<article class="text" aria-labelledby="${prefix}by"${language}>\n`;
  yield* textHtml(article.text, numbered);
  yield '</article>\n';
  const count = layer.spans.length;
  if (count === 0) yield `<p class="quiet">${escapeHtml(t`Nothing is marked.`)}</p>\n`;
  else {
    yield `<h2>${escapeHtml(plural(count, 'span', 'spans', { useGrouping: false }))}</h2>\n`;
    yield* listHtml(layer, article.text, language, numbered);
  }
  yield '</section>\n';
}

/** The attributes that say in which language, and in which direction, the words of an article are. */
function languageOf({ language }: Article): string {
  const lang = LANGUAGE_TAG.test(language) && language !== 'und' ? ` lang="${language}"` : '';
  return `${lang} dir="${directionOf(language)}"`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
