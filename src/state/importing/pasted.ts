import { t } from '#language/t.ts';

/** The name that a text from the clipboard has as a file. */
export const PASTED = t`Pasted text`;
