import { t } from '#language/t.ts';
import { problemWithPages } from '#core/project/check-pages.ts';
import { type Article } from '#core/project/project.ts';
import { freezeText } from '#core/text/freeze.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { isLanguageTag, ISO_DATE, LIMITS } from '#formats/limits.ts';
import { guessLanguage } from '#formats/plain-text/guess-language.ts';
import { guessTitle } from '#formats/plain-text/guess-title.ts';
import { type ReadResult, refused } from '#formats/problem.ts';
import { inMebi, oneLine, wellFormed } from '#formats/wording.ts';
import { type DraftArticle } from './importer.ts';

/**
 * The article that a draft becomes: its text frozen, a missing title taken from the first line, a missing language guessed, a
 * missing source the file's name. A text that is empty or too long, and a date or language that is none, are problems.
 */
export function freezeDraft(draft: DraftArticle, fileName: string): ReadResult<Article> {
  if (draft.text.length > LIMITS.text) {
    const [size, limit] = [inMebi(draft.text.length), inMebi(LIMITS.text)];
    return refused(
      'text',
      t`the text has ${size} million characters and an article at most ${limit} million: split it`,
    );
  }
  const frozen = freezeText(draft.text);
  const { text } = frozen;
  if (text.trim() === '') return refused('text', t`the article has no text`);
  const { date, language } = draft;
  if (date !== '' && !ISO_DATE.test(date)) {
    return refused('date', t`the date must be a day, month or year such as 2024-06-17, 2024-06 or 2024`);
  }
  if (language !== '' && !isLanguageTag(language))
    return refused('language', t`the language must be a tag such as en, pt-BR or ar`);
  const field = (name: 'title' | 'author' | 'source'): string => cut(oneLine(draft[name]), LIMITS[name]);
  return {
    ok: true,
    value: {
      id: articleIdOf(text),
      title: field('title') || guessTitle(text, false) || cut(fileName, LIMITS.title),
      author: field('author'),
      source: field('source') || cut(fileName, LIMITS.source),
      date,
      language: language || guessLanguage(text),
      original: draft.original ?? frozen.original,
      correctionOf: '',
      pages: problemWithPages(text, draft.pages) ? [] : draft.pages,
      text,
    },
  };
}

/** A draft without what a file should not say: a date or language that is none is left empty. */
export function withoutFaults(draft: DraftArticle): DraftArticle {
  return {
    ...draft,
    date: ISO_DATE.test(draft.date) ? draft.date : '',
    language: isLanguageTag(draft.language) ? draft.language : '',
  };
}

function cut(text: string, limit: number): string {
  return wellFormed(text.slice(0, limit));
}
