import { t } from '#language/t.ts';

/** What several files beside one another are called together: by the first of them. */
export function severalInWords(first: string, others: number): string {
  return t`${first} and ${others} more`;
}

/** What severalInWords makes of any file, wherever the language in use puts its name. */
const SEVERAL = new RegExp(
  `^${severalInWords('\n', 0)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace('\n', '(.*)')
    .replace('0', String.raw`\d+`)}$`,
  's',
);

/** The first of the files that are called so; the name itself where it is not that of several. */
export function firstOfSeveral(name: string): string {
  return SEVERAL.exec(name)?.[1] ?? name;
}
