import { describe, expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

describe('guessing the language', () => {
  test.each([
    ['en', 'The minister said that taxes rose in the spring, and that they would not fall before the end of the year.'],
    [
      'de',
      'Die Ministerin sagte, dass die Steuern im Frühling gestiegen sind und nicht vor dem Ende des Jahres fallen.',
    ],
    [
      'fr',
      'La ministre a dit que les impôts ont augmenté au printemps et qu’ils ne baisseront pas avant la fin de l’année.',
    ],
    ['es', 'La ministra dijo que los impuestos subieron en la primavera y que no bajarán antes del final del año.'],
    ['ar', 'قالت الوزيرة إن الضرائب ارتفعت في الربيع ولن تنخفض قبل نهاية العام.'],
    ['he', 'השרה אמרה שהמסים עלו באביב ולא יירדו לפני סוף השנה.'],
    ['he', 'השרה של OECD אמרה שהמסים עלו באביב (2024).'],
    ['und', 'A ministra disse que os impostos subiram na primavera e que não vão baixar antes do fim do ano.'],
    [
      'und',
      'La ministra ha detto che le tasse sono aumentate in primavera e che non scenderanno prima della fine dell’anno.',
    ],
    [
      'und',
      'De minister zei dat de belastingen in het voorjaar zijn gestegen en niet voor het einde van het jaar zullen dalen.',
    ],
    ['und', 'وزیر گفت که مالیات‌ها در بهار افزایش یافت و پیش از پایان سال کاهش نخواهد یافت.'],
    ['und', 'Министр сказала, что налоги весной выросли.'],
    ['und', 'Taxes rose.'],
    ['und', '12,4 % 🎉\n\n'],
    ['und', ''],
  ])('gives %s for %j', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
