import { LANGUAGE_TAG, LIMITS } from '#formats/limits.ts';

/** What a PDF says about itself, as far as an article has a place for it; empty where it says nothing. */
export interface AboutFile {
  readonly title: string;
  readonly author: string;
  /** The day it was made, which may be later than that of the article. */
  readonly date: string;
  readonly language: string;
}

/** Reads the information dictionary of a PDF. Names of programs and files, which many have for a title, are no titles. */
export function aboutFile(info: object): AboutFile {
  const told = new Map(Object.entries(info));
  const words = (name: string, limit: number): string => {
    const value: unknown = told.get(name);
    return typeof value === 'string'
      ? value
          .replaceAll(/[\s\p{Control}]+/gu, ' ')
          .trim()
          .slice(0, limit)
          .toWellFormed()
      : '';
  };
  const [title, language] = [words('Title', LIMITS.title), words('Language', LIMITS.language)];
  return {
    title: NO_TITLE.test(title) ? '' : title,
    author: words('Author', LIMITS.source),
    date: dayIn(words('CreationDate', 100)),
    language: LANGUAGE_TAG.test(language) ? language : '',
  };
}

const NO_TITLE =
  /^(?:microsoft \w+ - .*|untitled.*|about:blank|document\d*|.*\.(?:docx?|odt|rtf|indd|qxd|tex|dvi|pdf|html?|pages))$/i;

/** D:20240617… -> 2024-06-17; the month and day may be missing. */
function dayIn(written: string): string {
  const [, year, month, day] = /^(?:D:)?(\d{4})(0[1-9]|1[0-2])?(0[1-9]|[12]\d|3[01])?/.exec(written) ?? [];
  if (year === undefined || year === '0000') return '';
  return [year, month, month === undefined ? undefined : day].filter((part) => part !== undefined).join('-');
}
