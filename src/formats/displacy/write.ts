import { t } from '#language/t.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import {
  type DatasetAbout,
  type AnnotatedArticle,
  type CreateWriter,
  type FilePart,
} from '#formats/exchange/dataset.ts';
import { LANGUAGE_TAG } from '#formats/limits.ts';
import { escapeHtml, languageInUse, reportForbidden } from './html.ts';
import { COLOURS, PAGE_STYLE } from './page-style.ts';
import { spansHtml } from './spans-html.ts';

const PATH = 'displacy.html';

/**
 * One page with every article and each annotator's spans. It needs no other file and runs no script. Layers that were not
 * started are left out.
 */
export const createDisplacyWriter: CreateWriter = (about, _, losses) => {
  const { labels } = about.project.labelSet;
  const colours = new Map<string, string>(labels.map(({ id }, index) => [id, `c${index % COLOURS}`]));
  const colourOf = (label: string): string => colours.get(label) ?? 'c0';
  const nameOf = annotatorNames(about);
  return {
    begin: () => [part(headOf(about, colourOf))],
    *article(annotated) {
      const { article, layers } = annotated;
      reportForbidden(article, losses);
      yield part(articleHead(annotated));
      const language = LANGUAGE_TAG.test(article.language) ? ` lang="${article.language}"` : '';
      for (const { annotatorId, status, spans } of layers) {
        if (status === 'not-started') continue;
        const none = spans.length === 0 ? `<p class="about">${escapeHtml(t`Nothing is marked.`)}</p>\n` : '';
        const name = escapeHtml(nameOf(annotatorId));
        yield part(`<section>\n<h3>${name}</h3>\n${none}<div class="entities"${language}>\n`);
        for (const paragraph of spansHtml(article.text, spans, colourOf)) yield part(paragraph);
        yield part('</div>\n</section>\n');
      }
      yield part('</article>\n');
    },
    end: () => [part('</body>\n</html>\n')],
  };
};

function part(content: string): FilePart {
  return { path: PATH, content };
}

function headOf({ project }: DatasetAbout, colourOf: (label: string) => string): string {
  const name = escapeHtml(project.name);
  const labels = project.labelSet.labels.map(({ id }) => `<li class="label ${colourOf(id)}">${escapeHtml(id)}</li>`);
  return `<!doctype html>
<html${languageInUse()}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${name}</h1>
<ul class="labels">${labels.join('')}</ul>
`;
}

function articleHead({ article, split }: AnnotatedArticle): string {
  const told = [article.author, article.source, article.date, split ?? '']
    .filter((each) => each !== '')
    .map(escapeHtml);
  const line = told.length === 0 ? '' : `<p class="about">${told.join(' · ')}</p>\n`;
  return `<article>\n<h2 dir="auto">${escapeHtml(article.title)}</h2>\n${line}`;
}
