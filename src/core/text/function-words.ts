import { primaryLanguage } from './language.ts';

/**
 * Words that often open a sentence and are capitalised only for that, in lower case, by language. They tell where a
 * sentence starts after an abbreviation, and that a capital is no sign of a name.
 */
const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: listed(`
    a an the this that these those some any many most more much few all both each every several other another such no not
    i he she it we you they my his her its our your their who whom whose what which where when why how
    there here and or but nor so yet if unless although though because since as while until once than whether
    of in on at by for from with without to into over under after before during between among against about above below
    despite amid across behind beyond near through toward towards per via upon within along
    is are was were be been has have had do does did would could should can cannot might must shall let
    then now also even still just only again already however therefore meanwhile moreover instead perhaps maybe
    yesterday today tomorrow later earlier recently finally first second one two three last next according like unlike
    please yes well oh
  `),
  de: listed(`
    der die das dem den des ein eine einer eines einem einen kein keine keiner dieser diese dieses diesem diesen jeder jede
    jedes alle viele einige manche mehrere ich du er sie es wir ihr ihn ihm ihnen mich mir uns euch man wer was wo wie wann
    warum welche welcher welches mein meine sein seine ihre ihren unser unsere und oder aber doch denn sondern sowie wenn
    weil dass ob als bis damit obwohl während nachdem bevor seit sobald in im ins an am ans auf aus bei beim mit nach von
    vom vor zu zum zur für gegen ohne um durch über unter hinter neben zwischen wegen trotz laut
    dann da dort hier nun jetzt heute gestern morgen auch noch nur schon so sehr nicht nie immer wieder danach dabei dazu
    deshalb daher allerdings jedoch zudem außerdem ist sind war waren hat haben hatte wird werden wurde kann können soll muss
    bereits inzwischen schließlich ja nein bitte
  `),
  fr: listed(`
    le la les l un une des du de d au aux ce cet cette ces c mon ma mes son sa ses notre nos votre vos leur leurs quelques
    plusieurs chaque tout toute tous toutes aucun aucune je j tu il elle on nous vous ils elles qui que qu quoi dont où
    quand comment pourquoi quel quelle quels quelles et ou mais donc or ni car si s comme lorsque puisque parce
    à en dans sur sous par pour avec sans vers chez entre contre depuis pendant avant après selon malgré dès
    puis alors ensuite enfin ainsi aussi encore déjà ici là hier demain aujourd cependant toutefois pourtant
    est sont était a ont avait n ne pas y oui non
  `),
  es: listed(`
    el la los las lo un una unos unas este esta estos estas ese esa esos esas mi su sus nuestro nuestra cada todo toda todos
    todas yo tú él ella nosotros ellos ellas que quien cuando como donde cuál y e o u pero ni sino si porque aunque
    mientras de del a al en con sin por para sobre entre desde hasta hacia según tras ante contra durante
    entonces luego después antes ahora hoy ayer mañana también ya no sí es son era fue hay muy
  `),
  it: listed(`
    il lo la i gli le l un uno una questo questa questi queste quel quella suo sua ogni tutto tutti io tu lui lei noi voi
    loro che chi quando come dove e ed o ma se perché mentre anche di del della dei a al alla in nel nella con su sul per
    tra fra da dal dalla dopo prima oggi ieri domani poi ora non sì è sono era ha hanno
  `),
};

/** True where the word, up to an apostrophe and in any case, is one of its language's; other languages have none yet. */
export function isFunctionWord(word: string, language: string): boolean {
  const lower = word.toLowerCase();
  // Don't, isn't, couldn't: the part before the apostrophe is no word by itself.
  if (/n['’]t$/u.test(lower)) return true;
  return FUNCTION_WORDS[primaryLanguage(language)]?.has(lower.split(/['’]/u, 1)[0]!) ?? false;
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
