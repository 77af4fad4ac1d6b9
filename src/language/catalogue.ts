/** How a number with its noun is said, by the plural category of Unicode; `#` is where the number goes. */
export type CountForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * What the texts of the interface are in another language. Files of catalogues are by the English of the texts; what is
 * loaded of them is by its short keys (see short-key.ts).
 */
export interface Catalogue {
  /** Of every `t`: `{0}`, `{1}`… are where its values go. */
  readonly texts: Readonly<Record<string, string>>;
  /** Of every `plural`, by both English forms with ` | ` between them. */
  readonly counts: Readonly<Record<string, CountForms>>;
}
