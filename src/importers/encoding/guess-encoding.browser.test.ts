import { describe, expect, test } from 'vitest';
import { guessEncoding } from './guess-encoding.ts';

/** Texts that say in the encoding of their time what was true of lighthouses; bytes beyond ASCII as the table of each has them. */
const SAMPLES = [
  [
    'windows-1252',
    'Der Leuchtturmwärter sagte am Montag: „Über dreißig Jahre haben wir für dieses Licht gekämpft.“ Die Gäste hörten zu.',
  ],
  [
    'windows-1252',
    'Le gardien a déclaré lundi que la lumière serait visible à trente kilomètres. « Enfin », a-t-il ajouté, « après des années ! »',
  ],
  [
    'windows-1251',
    'Сторож маяка сказал в понедельник, что свет будет виден за двадцать миль. «Мы ждали этого тридцать лет», — добавил он.',
  ],
  [
    'windows-1250',
    'Latarnik powiedział w poniedziałek, że światło będzie widać z daleka. „Czekaliśmy na to trzydzieści lat”, dodał później.',
  ],
  [
    'windows-1253',
    'Ο φαροφύλακας είπε τη Δευτέρα ότι το φως θα φαίνεται από μακριά και ότι όλοι περίμεναν τριάντα χρόνια γι’ αυτό.',
  ],
  ['windows-1255', 'שומר המגדלור אמר ביום שני שהאור ייראה מרחוק. אנחנו מחכים לזה כבר שלושים שנה, הוסיף האיש.'],
  ['windows-1256', 'قال حارس المنارة يوم الاثنين إن الضوء سيكون مرئيا من بعيد، وأضاف أن الجميع انتظروا ذلك ثلاثين عاما.'],
  ['koi8-r', 'Сторож маяка сказал в понедельник, что свет будет виден за двадцать миль. Все ждали этого тридцать лет.'],
  ['shift_jis', '灯台守は月曜日、光は二十マイル先から見えるだろうと述べた。私たちは三十年待っていました。'],
] as const;

describe('the encoding of a text that does not say it', () => {
  test.each(SAMPLES)('%s is told by its bytes: %s', (encoding, text) => {
    expect(new TextDecoder(guessEncoding(encoded(text, encoding))).decode(encoded(text, encoding))).toBe(text);
  });

  test.each(['utf-16le', 'utf-16be'])('%s is told without a mark', (encoding) => {
    const bytes = Uint8Array.from('Three miles off', (letter) => letter.charCodeAt(0));
    const wide = new Uint8Array(2 * bytes.length);
    for (const [index, byte] of bytes.entries()) wide[2 * index + (encoding === 'utf-16be' ? 1 : 0)] = byte;
    expect(guessEncoding(wide)).toBe(encoding);
  });
});

/** Browsers only decode: each character by a search through all bytes, and all pairs of bytes, of the encoding. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 256; byte += 1) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  if (encoding === 'shift_jis') {
    for (let first = 0x81; first < 0xfd; first += 1) {
      for (let second = 0x40; second < 0xfd; second += 1) {
        const letter = decoder.decode(Uint8Array.of(first, second));
        if (Array.from(letter).length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, [first, second]);
      }
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((letter) => bytesOf.get(letter) ?? [0x3f]));
}
