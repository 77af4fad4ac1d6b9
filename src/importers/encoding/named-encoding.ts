/** An encoding by the name that a page, a file or a person gives it, as TextDecoder calls it; undefined where it knows none. */
export function namedEncoding(name: string): string | undefined {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}
