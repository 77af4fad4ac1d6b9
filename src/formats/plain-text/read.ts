import { t } from '#language/t.ts';
import { type Article } from '#core/project/project.ts';
import { freezeText } from '#core/text/freeze.ts';
import { isLanguageTag, ISO_DATE, LIMITS } from '#formats/limits.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { type Problem, type ReadResult, refused } from '#formats/problem.ts';
import { DATE_IS_NONE, inMebi, wellFormed } from '#formats/wording.ts';
import { splitFrontMatter } from './front-matter.ts';
import { guessLanguage } from './guess-language.ts';
import { guessTitle } from './guess-title.ts';

/**
 * The article in a decoded text file. Front matter gives title, author, source, date and language; without it the text stays whole.
 * A missing title is taken from the text, else the file's name, a missing source from the file's name; a date that is not
 * ISO becomes empty, a missing or malformed language is guessed.
 */
export function readTextArticle(fileName: string, raw: string): ReadResult<Article> {
  if (raw.length > LIMITS.text) {
    const [size, limit] = [inMebi(raw.length), inMebi(LIMITS.text)];
    return refused(
      'file',
      t`the text has ${size} million characters and an article at most ${limit} million: split the file`,
    );
  }
  const { fields, body } = splitFrontMatter(raw);
  const { text, original } = freezeText(body);
  if (text.trim() === '') return refused('file', t`the file has no text: it is empty or only white space`);
  const field = (name: string) => wellFormed(fields.get(name) ?? '');
  const [date, language] = [field('date'), field('language')];
  const article: Article = {
    id: articleIdOf(text),
    title: field('title') || guessTitle(text, /\.(?:md|markdown)$/i.test(fileName)) || cut(fileName, LIMITS.title),
    author: field('author'),
    source: field('source') || cut(fileName, LIMITS.source),
    date: ISO_DATE.test(date) ? date : '',
    language: isLanguageTag(language) ? language : guessLanguage(text),
    original,
    correctionOf: '',
    pages: [],
    text,
  };
  const longest = (['title', 'author', 'source'] as const).find((name) => article[name].length > LIMITS[name]);
  if (longest === undefined) return { ok: true, value: article };
  return refused(t`front matter`, TOO_LONG[longest]);
}

/** What of the front matter an article does not get, to be told: a date that is not ISO. */
export function notesOnFrontMatter(raw: string): readonly Problem[] {
  const date = splitFrontMatter(raw).fields.get('date') ?? '';
  if (date === '' || ISO_DATE.test(date)) return [];
  return [{ place: t`front matter`, message: DATE_IS_NONE }];
}

const TOO_LONG = {
  title: t`the title must not have more than ${LIMITS.title} characters`,
  author: t`the author must not have more than ${LIMITS.author} characters`,
  source: t`the source must not have more than ${LIMITS.source} characters`,
};

function cut(fileName: string, limit: number): string {
  return wellFormed(fileName.slice(0, limit));
}
