import { spoken } from './spoken.ts';

/** A name in the middle of a sentence: small in English, as it is in languages whose capitals mean more, or that have none. */
export function smallInSentence(name: string): string {
  return spoken().language.id === 'en' ? name.toLowerCase() : name;
}

/** A sentence behind a colon: English begins it small, others leave it as it is. */
export function smallBehindColon(sentence: string): string {
  return spoken().language.id === 'en' ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence;
}
