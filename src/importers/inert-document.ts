import { withoutLooks } from './without-looks.ts';

/** The part of the browser's Trusted Types that is used; browsers without them check nothing. */
interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (markup: string) => string },
  ) => { readonly createHTML: (markup: string) => string };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };

/** Lets a string be parsed into a document that nothing shows; the page's own policy refuses all other markup. */
const policy = trustedTypes?.createPolicy('inert-documents', { createHTML: (markup) => markup });

/**
 * Markup as a document without a window: its scripts never run, and nothing that it names is asked for. Only words may be
 * taken out of it, never nodes into the page. Markup that is no XML gives a document with a `parsererror`.
 */
export function inertDocument(markup: string, as: DOMParserSupportedType = 'text/html'): Document {
  const plain = withoutLooks(markup);
  return new DOMParser().parseFromString(policy ? policy.createHTML(plain) : plain, as);
}
