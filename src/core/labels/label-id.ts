/** Identifies a label within its label set; stable when the label is renamed. */
export type LabelId = string & { readonly brand: 'LabelId' };
