/** The value of `format` in every label set file. */
export const LABEL_SET_FORMAT = 'spanmark-label-set';

/** The only version of the format so far. */
export const LABEL_SET_VERSION = 1;
