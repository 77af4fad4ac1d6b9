import { type Catalogue } from './catalogue.ts';

/** What texts are looked up by: FNV-1a in 32 bits of the UTF-16 code units of their English, base 36. */
export function shortKey(english: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < english.length; at++) hash = Math.imul(hash ^ english.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A catalogue by short keys, made of one by English. Throws where two texts have the same short key. */
export function withShortKeys({ texts, counts }: Catalogue): Catalogue {
  return { texts: shortened(texts), counts: shortened(counts) };
}

function shortened<Said>(entries: Readonly<Record<string, Said>>): Readonly<Record<string, Said>> {
  const taken = new Map<string, string>();
  return Object.fromEntries(
    Object.entries(entries).map(([english, said]) => {
      const short = shortKey(english);
      const other = taken.get(short);
      if (other !== undefined)
        throw new Error(`“${english}” and “${other}” have one short key: say one in other words.`);
      taken.set(short, english);
      return [short, said];
    }),
  );
}
