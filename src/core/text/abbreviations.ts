import { isFunctionWord } from './function-words.ts';
import { primaryLanguage } from './language.ts';

interface Abbreviations {
  /** Never last in a sentence: a title, "for example". */
  readonly inside: ReadonlySet<string>;
  /** Last in a sentence only where the next word looks like the start of one. */
  readonly either: ReadonlySet<string>;
  /** Abbreviations only before a number, being words by themselves (No.) or names of months. */
  readonly beforeNumber: ReadonlySet<string>;
}

/** Without the final full stop, and without spaces after the inner ones. */
const ABBREVIATIONS: Readonly<Record<string, Abbreviations>> = {
  en: {
    inside:
      listed(`Mr Mrs Ms Mx Dr Drs Prof Gen Sen Sens Gov Rep Reps Lt Col Sgt Capt Cpl Maj Cmdr Adm Rev Hon Pres Supt
      Det Insp Atty Amb Messrs Fr vs v e.g i.e cf viz approx ca Lt.Gen Maj.Gen Brig`),
    either: listed(
      'St Ste Mt Ft Inc Corp Co Ltd Jr Sr Bros Ave Blvd Rd Dept Univ al Ph.D Ariz Calif Conn Fla Mass Minn',
    ),
    beforeNumber: listed(
      'No Nos no nos Vol vol Fig Figs fig Art Sec Ch ch p pp para Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
    ),
  },
  de: {
    inside:
      listed(`Dr Prof Nr Hr Fr St bzw z.B z.T d.h u.a u.U v.a s.o s.u o.ä o.Ä m.E i.d.R i.A sog ca vgl Abs Art Bd Hrsg
      geb gest inkl exkl ggf evtl usf Dipl Ing Mag Hl Tel`),
    either: listed('usw Mio Mrd Tsd Str Co Inc Jh n.Chr v.Chr a.D e.V jun sen'),
    beforeNumber: listed('S Kap Jan Febr Feb Apr Aug Sept Okt Nov Dez'),
  },
  fr: {
    inside: listed('M MM Mme Mmes Mlle Mlles Dr Pr Mgr St Ste p.ex c.-à-d cf env vs éd'),
    either: listed('J.-C av apr Cie boul'),
    beforeNumber: listed('p pp vol art chap fig no janv févr avr juil sept oct nov déc'),
  },
  es: {
    inside: listed('Sr Sra Sres Srta Dr Dra D Dña Ud Uds Lic Ing Prof p.ej Gral'),
    either: listed('EE.UU Av Cía'),
    beforeNumber: listed('núm pág págs vol art cap fig'),
  },
  it: {
    inside: listed('Sig Sigg Dott Prof Avv Ing On Mons es ecc.es S'),
    either: listed('Soc'),
    beforeNumber: listed('pag pagg vol art cap fig n'),
  },
};

/** Languages that write "17th" as "17.". */
const ORDINAL_STOP: ReadonlySet<string> = listed('de da nb nn no fi cs sk hu hr sl sr bs et lv is pl tr');

/**
 * True where the full stop at the end of `left` is part of an abbreviation, an initial or a German ordinal and the sentence
 * goes on in `right`. A stop that could be both ends the sentence only where `right` starts with a function word or a
 * quotation mark.
 */
export function isAbbreviationStop(left: string, right: string, language: string): boolean {
  const primary = primaryLanguage(language);
  const lists = ABBREVIATIONS[primary];
  const endings = endingsOf(left);
  if (endings.some((ending) => lists?.inside.has(ending))) return true;
  if (/^\p{N}/u.test(right) && endings.some((ending) => lists?.beforeNumber.has(ending))) return true;
  if (!endings.some((ending) => lists?.either.has(ending)) && !isInitial(left) && !isOrdinal(left, primary))
    return false;
  // The next of several initials: the A of "J. A. Smith" is no article.
  if (isInitial(left) && /^\p{L}\.[\s\p{L}-]/u.test(right)) return true;
  if (/^["“„«»‘'‹]/u.test(right)) return false;
  return !isFunctionWord(/^[\p{L}\p{M}'’]*/u.exec(right)![0], language);
}

/** The last word before the stop, and with the abbreviated words before it: "wie z. B." -> B, z.B. */
function endingsOf(left: string): readonly string[] {
  const close = left.slice(-32).replace(/\.\s+(?=(?:[^\s.]+\.\s*)+$)/gu, '.');
  const parts = /([\p{L}\p{M}.'’-]+)\.$/u.exec(close)?.[1]?.split('.') ?? [];
  return parts.map((_, index) => parts.slice(index).join('.'));
}

/** A single letter, also the last of several as in U.N. */
function isInitial(left: string): boolean {
  return /(?:^|[^\p{L}\p{M}\p{N}'’])\p{L}\.$/u.test(left.slice(-8));
}

function isOrdinal(left: string, primary: string): boolean {
  return ORDINAL_STOP.has(primary) && /(?:^|[^\p{L}\p{N}.,:])(?:\d{1,2}|[IVX]{1,5})\.$/u.test(left.slice(-8));
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
