import { type Say } from '#language/t.ts';

/** What is lost where neither words of a text nor a name tell it, as `t` says it. */
export function lossDetails(t: Say) {
  return { guidelines: t`the guidelines`, wholeArticle: t`the article as a whole` };
}
