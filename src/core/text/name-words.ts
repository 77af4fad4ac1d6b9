import { isFunctionWord } from './function-words.ts';
import { primaryLanguage } from './language.ts';

/** Lower-case words that can join two capitalised ones to one name; the second set only follows the first. */
const JOINING = listed(
  'of de du des del della do da das dos di van von zu af ten ter der den bin ibn al el y und et d',
);
const JOINING_NEXT = listed('the la las los le der den dem l');

/** Lower-case words that begin a surname; only in English, for they are articles and prepositions elsewhere. */
const LEADING = listed('von van bin ibn al el de du da di del della');

/**
 * Joining words that in their own language rather stand between two names: Merkel und Macron, der Präsident der Ukraine,
 * die Aussagen von Putin.
 */
const SEPARATING: Readonly<Record<string, ReadonlySet<string>>> = {
  de: listed('und der den des von zu'),
  fr: listed('et'),
  es: listed('y'),
  nl: listed('en'),
};

/** Capitalised wherever they stand, and never the start of a name. */
const ALWAYS_CAPITAL: Readonly<Record<string, ReadonlySet<string>>> = {
  en: listed("i i'm i've i'd i'll"),
  de: listed('sie ihr ihnen ihre ihren ihrem ihrer ihres'),
};

const GERMAN_ARTICLES = listed('der die das dem den des im am zum zur vom beim ins ans');

/** A name goes on after the full stop of these. */
const SHORTENED = listed('St Ste Sta Ft Mt');

/** The full stop of these is part of the name. */
const SHORTENED_LAST = listed('Inc Corp Co Ltd Jr Sr Bros');

/** True for a word that can be part of a name by its capital: Kirby, DPRK, iPhone, d’Artagnan, al-Assad. */
export function isCapitalised(word: string): boolean {
  return /^(?:\p{Lu}|\p{Lt}|\p{Ll}{1,2}['’]?\p{Lu}|\p{Ll}{1,4}-\p{Lu})/u.test(word);
}

/** True for a capitalised word that owes its capital to the start of the sentence, or would have it anywhere. */
export function isNoName(word: string, startsSentence: boolean, language: string): boolean {
  if (ALWAYS_CAPITAL[primaryLanguage(language)]?.has(plain(word))) return true;
  return startsSentence && isFunctionWord(word, language);
}

/** True for a number as in Apollo 11 and Flight 370. */
export function isNameNumber(word: string): boolean {
  return /^\d{1,4}$/.test(word);
}

/** True where these lower-case words can stand between two capitalised ones of a name. */
export function canJoin(words: readonly string[]): boolean {
  const [first, ...rest] = words.map(plain);
  if (first === undefined || rest.length > 2 || !JOINING.has(first)) return false;
  return rest.every((word) => JOINING_NEXT.has(word) || JOINING.has(word));
}

/**
 * True where the joining words rather stand between two names in this language. `before` is the number of capitalised
 * words before them: German has its von in names after two of those (Johann Wolfgang von Goethe) or with an article.
 */
export function rathersSeparates(words: readonly string[], before: number, language: string): boolean {
  const primary = primaryLanguage(language);
  const [first, second] = words.map(plain);
  if (first === undefined || !SEPARATING[primary]?.has(first)) return false;
  const noble = primary === 'de' && (first === 'von' || first === 'zu');
  return !noble || (second === undefined && before < 2);
}

/** True where the words can begin a surname: von der (Leyen), bin (Salman). */
export function canLead(words: readonly string[], language: string): boolean {
  const [first, ...rest] = words.map(plain);
  if (primaryLanguage(language) !== 'en' || first === undefined || !LEADING.has(first)) return false;
  return rest.length <= 1 && rest.every((word) => JOINING_NEXT.has(word));
}

/** True for a German definite article, also one that has grown together with a preposition. */
export function isGermanArticle(word: string, language: string): boolean {
  return primaryLanguage(language) === 'de' && GERMAN_ARTICLES.has(plain(word));
}

/** True where a full stop after the word does not end the name: the initial J., St. Petersburg. */
export function isShortened(word: string, language: string): boolean {
  // M. is the French Mr.
  if (word === 'M' && primaryLanguage(language) === 'fr') return false;
  return /^\p{Lu}$/u.test(word) || SHORTENED.has(word);
}

/** True where the full stop after the word belongs to the name: Apple Inc. */
export function endsWithStop(word: string): boolean {
  return SHORTENED_LAST.has(word);
}

/** Lower case, one kind of apostrophe, none at the end. */
function plain(word: string): string {
  return word.toLowerCase().replace(/’/g, "'").replace(/'$/, '');
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
