import { type Loss, type LossLog } from '#formats/exchange/losses.ts';
import { cleanForXml } from './escape-xml.ts';

/** The text as XML can hold it. What it cannot is one space for each character, and reported as a loss at the place, if any. */
export function createXmlKeeper(
  losses: LossLog,
): (text: string, at: Omit<Loss, 'reason' | 'detail'> | undefined) => string {
  return (text, at) => {
    const kept = cleanForXml(text);
    if (kept !== text && at)
      losses.add({ reason: 'control-character-replaced', ...at, detail: changedWords(text, kept) });
    return kept;
  };
}

/** The words around the first character that was replaced. */
function changedWords(text: string, kept: string): string {
  let at = 0;
  while (text[at] === kept[at]) at += 1;
  return kept.slice(Math.max(0, at - 20), at + 20).toWellFormed();
}
