const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:'];

/** Where a link in a text from outside may lead: a page, a mail address or a screen of this app; else undefined. */
export function addressOf(written: string): string | undefined {
  if (written.startsWith('#/')) return written;
  try {
    const { protocol, href } = new URL(written);
    return SAFE_PROTOCOLS.includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
