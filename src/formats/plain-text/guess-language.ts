/** A language that can be guessed, or `und` where the text does not say clearly. */
export type GuessedLanguage = 'en' | 'de' | 'fr' | 'es' | 'ar' | 'he' | 'und';

/** UTF-16 code units from the start of the text that are looked at. */
const SAMPLE = 50_000;

/** Share of letters in one script that makes it the script of the text. */
const SCRIPT_SHARE = 0.6;

/** Fewest stop words of the best language, least share of all words, and how far it must be ahead of the next one. */
const MIN_HITS = 4;
const MIN_SHARE = 0.12;
const MIN_LEAD = 1.5;

/** Neighbours that would be taken for one of ours are counted too, and guessed as `und`. */
const STOP_WORDS: readonly (readonly [GuessedLanguage, string])[] = [
  [
    'en',
    'the of and to in is that it was for on with as his her he she they are be this from at by have had has not but said',
  ],
  [
    'de',
    'der die das und ist in den von zu mit dem nicht ein eine auf für sich auch als an es im dass wird sie er hat bei nach wurde',
  ],
  [
    'fr',
    'le la les des et est un une du dans que qui pour pas au aux sur ce cette il elle en avec par sont ne se plus a été',
  ],
  ['es', 'el la los las de y en que un una es por con no para se su del al lo como más pero sus este esta ha fue son'],
  [
    'und',
    'o os as do da dos das e em um uma não para com por se no na ao pelo pela mais foi são que é de como seu sua',
  ],
  [
    'und',
    'il lo gli di che è un una per non con del della dei delle nel nella sono da al alla si le anche come più ha e la',
  ],
  [
    'und',
    'de het een en van is dat op te in zijn niet voor met die er aan ook als bij om naar door maar uit werd heeft wordt',
  ],
  [
    'und',
    'och att det som en på är av för med den till inte om ett har de og er ikke til jeg af at i blev var han hun',
  ],
];

/**
 * A guess among English, German, French, Spanish, Arabic and Hebrew by script and stop words; `und` for short, mixed and
 * other texts, for Persian and Urdu too. Only a start value that people can change: it is never wrong quietly about offsets.
 */
export function guessLanguage(text: string): GuessedLanguage {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{Letter}/gu);
  if (letters === 0) return 'und';
  const arabic = count(sample, /(?=\p{Letter})\p{Script=Arabic}/gu);
  // Letters that Persian, Urdu and Kurdish use all the time and Arabic does not.
  if (arabic / letters >= SCRIPT_SHARE) return count(sample, /[پچژگکیہڑے]/g) / arabic < 0.01 ? 'ar' : 'und';
  if (count(sample, /(?=\p{Letter})\p{Script=Hebrew}/gu) / letters >= SCRIPT_SHARE) return 'he';
  if (count(sample, /(?=\p{Letter})\p{Script=Latin}/gu) / letters < SCRIPT_SHARE) return 'und';
  return byStopWords(sample);
}

function byStopWords(sample: string): GuessedLanguage {
  const words =
    sample
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{Letter}+/gu) ?? [];
  const scores = STOP_WORDS.map(([language, list]) => {
    const stopWords = new Set(list.split(' '));
    return { language, hits: words.filter((word) => stopWords.has(word)).length };
  }).toSorted((a, b) => b.hits - a.hits);
  const [best, next] = scores;
  if (!best || !next || best.hits < MIN_HITS || best.hits / words.length < MIN_SHARE) return 'und';
  return best.hits >= MIN_LEAD * next.hits ? best.language : 'und';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
