import { t } from '#language/t.ts';

/** What texts are written in that are not UTF-8, the most usual first, and `encoding` among them. */
export function encodingsWith(encoding: string): readonly { readonly value: string; readonly text: string }[] {
  const named = ENCODINGS.map(([value, languages]) => ({ value, text: `${value} (${languages})` }));
  return named.some(({ value }) => value === encoding) ? named : [{ value: encoding, text: encoding }, ...named];
}

const ENCODINGS = [
  ['windows-1252', t`Western Europe`],
  ['windows-1250', t`Central Europe`],
  ['windows-1251', t`Cyrillic`],
  ['windows-1253', t`Greek`],
  ['windows-1254', t`Turkish`],
  ['windows-1255', t`Hebrew`],
  ['windows-1256', t`Arabic`],
  ['windows-1257', t`Baltic`],
  ['windows-1258', t`Vietnamese`],
  ['iso-8859-2', t`Central Europe`],
  ['iso-8859-15', t`Western Europe`],
  ['koi8-r', t`Russian`],
  ['koi8-u', t`Ukrainian`],
  ['macintosh', t`Western Europe`],
  ['shift_jis', t`Japanese`],
  ['euc-jp', t`Japanese`],
  ['gb18030', t`Chinese`],
  ['big5', t`Chinese`],
  ['euc-kr', t`Korean`],
  ['utf-16le', t`any language`],
  ['utf-16be', t`any language`],
  ['utf-8', t`any language`],
] as const;
