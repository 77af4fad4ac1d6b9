import { primaryLanguage } from '#core/text/language.ts';

/** Words that say that something is said, as newspapers use them: verbs in the forms that stand beside quotes, and “according to”. */
const SPEECH_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: listed(
    `said says say saying told tells tell asked asks added adds replied replies answered answers argued argues claimed claims
    stated announced announces warned warns insisted insists explained explains noted notes wrote writes declared
    declares denied denies admitted admits according recalled recalls joked concluded concludes suggested suggests tweeted
    posted acknowledged confirmed confirms complained urged called shouted whispered`,
  ),
  de: listed(
    `sagte sagt sagten sagen erklärte erklärt meinte meint betonte betont warnte warnt fragte fragt antwortete antwortet schrieb
    schreibt berichtete berichtet behauptete behauptet kündigte ergänzte ergänzt kritisierte kritisiert laut zufolge räumte`,
  ),
  fr: listed(
    `dit déclaré déclare affirmé affirme assuré assure expliqué explique ajouté ajoute répondu répond demandé demande estimé estime
    souligné souligne annoncé annonce averti écrit selon confié raconte raconté`,
  ),
  es: listed(
    `dijo dice afirmó afirma declaró declara explicó explica añadió añade respondió responde preguntó advirtió advierte según aseguró
    asegura anunció anuncia señaló señala escribió`,
  ),
  ar: listed('قال قالت يقول تقول أضاف أضافت أكد أكدت أعلن أعلنت صرح صرحت أوضح أوضحت'),
};

/** True where the word, in any case, says that something is said; other languages than those listed have none yet. */
export function isSpeechWord(word: string, language: string): boolean {
  return SPEECH_WORDS[primaryLanguage(language)]?.has(word.toLowerCase()) ?? false;
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
