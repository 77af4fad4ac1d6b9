import { primaryLanguage } from '#core/text/language.ts';

/** Days, months and titles: they have a capital and name nobody by themselves. Other languages have none here yet. */
const COMMON_CAPITALS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    (
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September ' +
      'October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun ' +
      'Mr Mrs Ms Miss Dr Prof Sir Dame Lord Lady Rev Gen Col Capt Sgt Lt Sen Rep Gov Cllr'
    ).split(' '),
  ),
};

/** True for a capitalised word of the language that names nobody by itself: a day, a month, a title. */
export function isCommonCapital(word: string, language: string): boolean {
  return COMMON_CAPITALS[primaryLanguage(language)]?.has(word) ?? false;
}
