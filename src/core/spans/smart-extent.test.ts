import { describe, expect, test } from 'vitest';
import { type SmartExtent } from '#core/labels/label-set.ts';
import { bracketed, caretsOf, marked } from '#core/project/marked.arbitrary.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { smartExtentsAt } from './smart-extent.ts';

/*
 * In the tables [ ] encloses what is expected and | is a caret. Without a caret, every place inside the brackets has to
 * give the same; without brackets, the carets have to give nothing.
 */

describe('the word at a caret', () => {
  test.each([
    ['en', 'The [mayor] left.'],
    ['en', 'The [|mayor|] left.'],
    ['en', 'The  |  mayor left.'],
    ['en', '|(He left.|) | – |“He did.”'],
    ['en', '[Kirby|]’|s| team'],
    ['en', "[Kirby|]'|s| team"],
    ['en', 'the [boys|]’ team'],
    ['en', '[it’s|] late'],
    ['en', 'so [let’s|] go'],
    ['en', '[don’t|] go'],
    ['en', '[O’Brien|] left'],
    ['en', 'the [U.N.|] met'],
    ['en', 'the [U.S.|]’|s| allies'],
    ['en', "the [U.S.|]'|s| allies"],
    ['en', 'by [4%|] a year'],
    ['en', 'a [3.5%|] rise'],
    ['en', 'by [50‰|] or so'],
    ['en', 'some [1,000|] people'],
    ['en', 'a [near-infrared|] lamp'],
    ['en', 'a [non‑breaking|] hyphen'],
    ['en', '[AT&T|] paid'],
    ['en', 'the [G-20|] met'],
    ['en', 'the end.[Next|] one'],
    ['en', 'a ratio [a|]:b'],
    ['en', 'the [e\u0301lite|] left'],
    ['en', '|🎉|🎉|'],
    ['en', '🎉[party|]🎉'],
    ['en', '👨‍👩‍👧[family|]👍🏽'],
    ['en', '[𝕭old|] face'],
    ['en', 'one \ud83d[two|]\ude00'],
    ['de', 'die [CDU-Spitze|] sagte'],
    ['de', 'die [Straßenbahn|] fährt'],
    ['de', 'im [Kirby’s|] saß er'],
    ['sv', 'i [USA:s|] tjänst'],
    ['fr', 'de l’[État|] français'],
    ['fr', 'de [l’]État'],
    ['fr', 'et [aujourd’hui|] encore'],
    ['fr', 'la [main-d’œuvre|] est là'],
    ['fr', '«\u202f[Macron|]\u202f»'],
    ['fr', '«\u00a0[Macron|]\u00a0»'],
    ['it', 'dell’[Italia|] unita'],
    ['ca', 'l’[home|] diu'],
    ['ar', 'قال [الوزير|] أمس'],
    ['ar', 'قال، [نعم|].'],
    ['ar', 'نحو [٤٪|] فقط'],
    ['he', 'דובר [צה"ל|] אמר'],
    ['he', 'ראש [הממשלה|] אמר'],
    ['hi', 'उसने [कहा|] कि'],
    ['ja', '彼は[東京]に'],
    ['ja', '。[はい|]」'],
    ['zh', '我们[今天]去'],
    ['th', '[สวัสดี]ครับ'],
    ['ko', '[대통령은|] 말했다'],
    ['und', 'The [mayor|]’s hat'],
    ['not a tag!', 'The [mayor|]’s hat'],
    ['xx', 'The [mayor|] left'],
  ])('in %s: %s', (language, written) => {
    expectExtent('word', language, written);
  });

  test('is the second of two words that touch', () => {
    expectExtent('word', 'fr', 'de l’[|État] français');
    expectExtent('word', 'zh', '今天[|我们]去');
  });
});

describe('the name at a caret', () => {
  test.each([
    ['en', 'said [Angela Merkel|] on Monday'],
    ['en', 'said [Merkel|] on Monday'],
    ['en', '[Mayor Ruth Adeyemi|] told the chamber'],
    ['en', 'the [John Kirby|]’|s plan'],
    ['en', 'in the [Bank of the West|] today'],
    ['en', 'said [Ursula von der Leyen|] once'],
    ['en', 'said [von der Leyen|] once'],
    ['en', 'did [Prince Mohammed bin Salman|] come'],
    ['en', '[Apollo 11|] flew'],
    ['en', 'on [Flight 370|] were'],
    ['en', 'in Apollo [12345|] they'],
    ['en', 'in [Apollo|] 12345 they'],
    ['en', 'the [U.N. Security Council|] met'],
    ['en', 'He met [J|. R|. R|. Tol|kien|] there'],
    ['en', 'in [S|t. Peters|burg|] today'],
    ['en', 'bought [Apple Inc|.] shares'],
    ['en', 'a [Johnson| & |Johnson|] drug'],
    ['en', 'the [Coca-Cola Company|] said'],
    ['en', 'by [Bashar al-Assad|] and'],
    ['en', 'said [d’Artagnan|] once'],
    ['en', 'an [iPhone|] for her'],
    ['en', 'the [plan|] by her'],
    ['en', 'met [Ann\u00a0Smith|] there'],
    ['en', 'met [Ann\u202fSmith|] there'],
    ['en', 'met [Ann|]  Smith there'],
    ['en', 'with [Ann Smith|], Bob Jones'],
    ['en', 'Ann Smith, [Bob Jones|]'],
    ['en', 'with [Ann|]/Bob'],
    ['en', '“[Ann Smith|]” is'],
    ['en', '🎉[Ann Smith|]🎉'],
    ['en', '[The|] Beatles came'],
    ['en', 'The [Beatles|] came'],
    ['en', 'He left. But [Ann Smith|] stayed'],
    ['en', '“But [Ann Smith|] stayed'],
    ['en', 'When [Ann Smith|] stayed'],
    ['en', 'said I met [Ann Smith|] there'],
    ['en', 'met I’m [Ann Smith|] there'],
    ['en', 'in the U.S. The [Senate|] met'],
    ['en', 'the [U.S. Senate|] met'],
    ['en', 'MAYOR OPENS BRIDGE NEAR [PELLWORTH|] WHILE RAIN FALLS DOWN HARD TODAY'],
    ['en', '  |  '],
    ['de', 'der Präsident [Wladimir Putin|] sagte'],
    ['de', 'die [Deutsche Bank|] sagte'],
    ['de', 'der [Präsident|] Putin sagte'],
    ['de', 'sagte [Johann Wolfgang von Goethe|] einst'],
    ['de', 'sagte [Ursula von der Leyen|] gestern'],
    ['de', 'die Aussagen von [Putin|] waren'],
    ['de', 'sagte [Merkel|] und Macron'],
    ['de', 'der [Präsident|] der Ukraine'],
    ['de', 'sagte Sie [Ann Smith|] dort'],
    ['fr', 'selon [Emmanuel Macron|] hier'],
    ['fr', '«\u202f[Emmanuel Macron|]\u202f», dit'],
    ['fr', '«\u00a0[Emmanuel Macron|]\u00a0», dit'],
    ['fr', 'la [Côte |d’|Ivoire|] est'],
    ['fr', 'dit [Charles de Gaulle|] hier'],
    ['fr', 'dit M. [Macron|] hier'],
    ['fr', 'dit [Macron|] et Merkel'],
    ['es', 'dijo [Pedro Sánchez|] ayer'],
    ['es', 'la [Universidad de los Andes|] dijo'],
    ['es', 'dijo [Sánchez|] y Rajoy'],
    ['nl', 'zei [Mark Rutte|] en Geert Wilders'],
    ['ru', 'сказал [Владимир Путин|] вчера'],
    ['el', 'είπε ο [Κυριάκος Μητσοτάκης|] χθες'],
    ['ar', 'قال [محمد|] بن سلمان'],
    ['he', 'אמר [בנימין|] נתניהו'],
    ['he', 'דובר [צה"ל|] אמר'],
    ['ja', '彼は[東京]に'],
    ['zh', '我们[今天]去'],
    ['ko', '[대통령은|] 말했다'],
  ])('in %s: %s', (language, written) => {
    expectExtent('name', language, written);
  });
});

describe('the sentence at a caret', () => {
  test.each([
    ['en', '[He left.] She stayed.'],
    ['en', '[He left.|] | She stayed.'],
    ['en', 'He left. [|She stayed.|]'],
    ['en', 'He left. [She stayed.]  |  |'],
    ['en', '  |  [|He left.]'],
    ['en', '[He left.|]\nShe stayed.'],
    ['en', 'He left.\n[|She stayed.]'],
    ['en', 'He left.\n|\nShe stayed.'],
    ['en', 'He left.\n |  |\nShe stayed.'],
    ['en', '[He left.|]\u2028|\u2028|  '],
    ['en', '|'],
    ['en', '[no stop at all]'],
    ['en', '[Mr. Smith of the U.N. met Dr. J. A. Jones at 3.5 p.m. on Jan. 5.] He left.'],
    ['en', '[The U.S. Senate met.] It voted.'],
    ['en', '[He lives in the U.S.] The tax rose.'],
    ['en', '[It cost $3.50.] He paid.'],
    ['en', '[See example.com for it.] He did.'],
    ['en', '[He went (see No. 5 below).] He did.'],
    ['en', '[1. He went.] He did.'],
    ['en', '[He said … nothing.] He left.'],
    ['en', '[Really?!] Yes.'],
    ['en', '[He bought it!] iPhone sales rose.'],
    ['en', '[🎉 He won!] He left 👨‍👩‍👧.'],
    ['en', 'He won! [👨‍👩‍👧 They won.|]'],
    ['en', '[“He went.”] He did.'],
    ['en', '[“Will he go?” she asked.] He did.'],
    ['en', '[“Will he go?” Foreign Minister Ann Smith asked.] He did.'],
    ['en', '[“Will he go?”] The others asked.'],
    ['en', '[“We will go,” she said, “on Monday.”] He did.'],
    ['de', '[Am 17. Juni kam er z. B. nach Berlin.] Er blieb.'],
    ['de', '[Das kostet 3 Mio. Euro.] Er zahlt.'],
    ['de', '[„Er kommt.“] Er kam.'],
    ['de', '[„Kommt er?“, fragte sie.] Er kam.'],
    ['fr', '[M. Macron est parti.] Il revient.'],
    ['fr', '[« Il part. »] Il est parti.'],
    ['fr', '[«\u202fOui\u202f!\u202f»] Il part.'],
    ['es', '[¿Va el Sr. Rajoy?] Sí.'],
    ['it', '[Il Sig. Rossi parte.] Sì.'],
    ['ar', '[قال الوزير ذلك.] ثم غادر.'],
    ['ar', '[هل ذهب؟] نعم.'],
    ['he', '[דובר צה"ל אמר.] היא נשארה.'],
    ['hi', '[वह गया।] वह रुकी।'],
    ['ja', '[彼は東京に住む。]「はい。」'],
    ['ja', '彼は住む。[「はい。」と言った。]そう。'],
    ['zh', '[他走了。]她留下了。'],
    ['zh', '他走了。[“她留下了。”]好。'],
    ['zh', '“他走了。”[“好。”]她说。'],
    ['zh', '[他说：“我去。”]然后走了。'],
  ])('in %s: %s', (language, written) => {
    expectExtent('sentence', language, written);
  });
});

describe('the quotation at a caret', () => {
  test.each([
    ['typographic marks', 'He said: [“We will go.”|] Then he left.'],
    ['straight marks', 'He said: ["We will go."|] Then he left.'],
    ['the first part of an interrupted one', '[“We will go,”|] she said, “on Monday.”'],
    ['the second part', '“We will go,” she said, [“on Monday.”|]'],
    ['nothing between the parts', '“We will go,” |she |said,| “on Monday.”'],
    ['nothing without marks', 'No |marks| at all.'],
    ['nothing in an empty text', '|'],
    ['the outer one first', '[“She told me ‘no’ twice,”|] he said'],
    ['straight in typographic marks', '[“She wrote "no" twice,”|] he said'],
    ['apostrophes inside', '[‘It’s Ann’s, they’re sure’|], he said'],
    ['straight apostrophes inside', "['It's Ann's, they're sure'|], he said"],
    ['a plural possessive inside', '[‘The workers’ pay is low’|], he said'],
    ['a straight plural possessive inside', "['The workers' pay is low'|], he said"],
    ['no apostrophes', 'the boys’ |bikes, the girls’ bikes'],
    ['no straight apostrophes', "the boys' |bikes, the girls' bikes"],
    ['no decades', 'in the ’90s |and the ‘80s, ’twas |so’'],
    ['no inches', 'a 12" |by 14" plate'],
    ['a number before the mark', '[“It cost 12”|] he said'],
    ['after a bracket or dash', '(["yes"|])–["no"|]'],
    ['a space forgotten before', 'said:["yes"|] and'],
    ['a dialogue of short ones', '[“No.”]| “Yes.”'],
    ['one that starts with three dots', '["...and go"|] he said'],
    ['in emphasis', '*[“Go”|]* and _["go"|]_'],
    ['emoji inside', '[“🎉👨‍👩‍👧”|] he wrote'],
    ['an odd straight mark inside typographic ones', '[“a 12" plate”|] he said'],
    ['one left open, to the end of its paragraph', '[“We go|] \nHe left.'],
    ['no single one left open', '‘We |go \nHe |left.'],
    ['marks repeated in each paragraph', '[“First.\n“Second.\n“Third.”|] After “all” that.'],
    ['straight marks repeated', '["First.\n"Second.\n"Third."|] After "all" that.'],
    ['blank lines between the paragraphs', '[“First.\n\n“Second.\n \n\n“Third.”|] After'],
    ['two levels of marks repeated', '[“He said: ‘First.\n“‘Second.’ And that is it.”|] After'],
    ['only the outer mark repeated', '[“He said: ‘First.\n“Second.”|] After'],
    ['guillemets repeated', '[« Un.\n« Deux. »|] Après'],
    ['the end without a closing mark', '[“First.\n“Second.|]\nAfter'],
    ['a paragraph without the mark between', '[“First.|]\nSecond.\n“Third.”'],
    ['an odd mark, which stops at its paragraph', '“a “b\nHe said [“yes”|] and'],
    ['German marks', 'Er sagte: [„Wir gehen.“|] Dann'],
    ['German single marks inside', '[„Sie sagte ‚nein‘ dazu“|], sagte er'],
    ['German marks closed the English way', '[„Wir gehen”|] sagte er'],
    ['German arrows', 'Er sagte: [»Wir gehen.«|] Dann'],
    ['German single arrows', '[»Sie sagte ›nein‹ dazu«|], sagte er'],
    ['Swedish arrows', 'Han sa: [»Vi går»|] och'],
    ['Swedish marks', 'Han sa: [”Vi går”|] och'],
    ['French arrows', 'Il dit : [« Nous partons. »|] Puis'],
    ['French arrows with narrow spaces', 'Il dit : [«\u202fNous partons.\u202f»|] Puis'],
    ['French arrows without spaces', 'Il dit : [«Nous partons.»|] Puis'],
    ['English marks inside French', '[« Il a dit “non” hier »|], dit-elle'],
    ['a French apostrophe', '[« C’est l’État »|], dit-elle'],
    ['Arabic in arrows', 'قال: [«سنذهب غدا»|] ثم'],
    ['Arabic in typographic marks', 'قال: [“سنذهب غدا”|] ثم'],
    ['Arabic in straight marks', 'قال: ["سنذهب غدا"|] ثم'],
    ['Arabic in marks glued to the word before', 'قال:["سنذهب غدا"|] ثم'],
    ['Hebrew in straight marks', 'הוא אמר: ["נלך מחר"|] והלך'],
    ['a Hebrew abbreviation inside', 'הוא אמר: ["דובר צה"ל הגיע"|] והלך'],
    ['no Hebrew abbreviation', 'דובר צה"|ל אמר לארה"|ב'],
    ['a Hebrew name after a prefix', 'קראתי ב["הארץ"|] היום'],
    ['Hebrew in low marks', 'הוא אמר: [„נלך מחר”|] והלך'],
    ['Japanese corners', '彼は[「行く。」|]と言った'],
    ['nested Japanese corners', '彼は[「母が『行く』と言った」|]と'],
    ['Chinese marks', '他说：[“我去。”|]然后'],
    ['Chinese in straight marks', '他说["我去"|]然后'],
  ])('is %s', (_, written) => {
    expectExtent('quotation', 'en', written);
  });
});

describe('all that a label could take', () => {
  test.each<[SmartExtent, string, string, readonly string[]]>([
    ['quotation', 'en', '“She told me ‘n|o’ twice”', ['“She told me ‘no’ twice”', '‘no’']],
    ['quotation', 'en', '“She told me ‘no’ twi|ce”', ['“She told me ‘no’ twice”']],
    ['quotation', 'en', '“One”|“two”', ['“One”', '“two”']],
    ['quotation', 'en', '“A ‘b “c| d” e’ f”', ['“A ‘b “c d” e’ f”', '‘b “c d” e’', '“c d”']],
    ['quotation', 'en', 'n|o', []],
    ['name', 'de', 'sagte Mer|kel und Macron', ['Merkel', 'Merkel und Macron']],
    ['name', 'de', 'sagte Angela Mer|kel und Macron', ['Angela Merkel', 'Angela Merkel und Macron', 'Merkel']],
    ['name', 'en', 'said Angela Mer|kel', ['Angela Merkel', 'Merkel']],
    ['name', 'en', 'said Mer|kel', ['Merkel']],
    ['name', 'en', 'said | – Merkel', []],
    ['word', 'en', 'said Angela Mer|kel', ['Merkel']],
    ['word', 'en', 'said  |  Merkel', []],
    ['sentence', 'en', 'He left. She st|ayed.', ['She stayed.']],
    ['sentence', 'en', '|', []],
  ])('a %s in %s: %s', (kind, language, written, expected) => {
    const { text, carets } = marked(written);
    const found = smartExtentsAt(kind, text, paragraphsOf(text), carets[0]!, language);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });

  test.each<SmartExtent>(['word', 'name', 'sentence', 'quotation'])('a %s is refused outside the text', (kind) => {
    const paragraphs = paragraphsOf('Ann');
    expect(() => smartExtentsAt(kind, 'Ann', paragraphs, 4, 'en')).toThrow(RangeError);
    expect(() => smartExtentsAt(kind, 'Ann', paragraphs, -1, 'en')).toThrow(RangeError);
    expect(() => smartExtentsAt(kind, 'Ann', paragraphs, Number.NaN, 'en')).toThrow(RangeError);
  });
});

function expectExtent(kind: SmartExtent, language: string, written: string): void {
  const place = marked(written);
  const { text, ranges } = place;
  const carets = caretsOf(place);
  expect(carets.length).toBeGreaterThan(0);
  for (const caret of carets) {
    const expected = ranges.find(({ from, to }) => from <= caret && caret <= to) ?? ranges[0];
    const [found] = smartExtentsAt(kind, text, paragraphsOf(text), caret, language);
    expect(`at ${caret}: ${bracketed(text, found)}`).toBe(`at ${caret}: ${bracketed(text, expected)}`);
  }
}
