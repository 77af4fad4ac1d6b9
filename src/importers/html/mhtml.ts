import { bytesIn, latin1Of } from './raw-bytes.ts';

/** The page within an archive of a page, and where it was. */
export interface ArchivedPage {
  readonly bytes: Uint8Array;
  readonly charset: string;
  readonly address: string;
}

/** The first part of an MHTML file that is a page; undefined where there is none. Pictures and styles are not looked at. */
export function pageInMhtml(file: Uint8Array): ArchivedPage | undefined {
  const raw = latin1Of(file);
  const whole = partOf(raw);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(whole.header('content-type'));
  const mark = boundary?.[1] ?? boundary?.[2];
  const parts =
    mark === undefined
      ? [whole]
      : raw
          .split(`\n--${mark}`)
          .slice(1)
          .map((part) => partOf(part.replace(/^.*\r?\n/, '').replace(/\r$/, '')));
  const page = parts.find((part) => /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(part.header('content-type')));
  if (!page) return undefined;
  const address = page.header('content-location') || whole.header('snapshot-content-location');
  return {
    bytes: bytesIn(page.body, page.header('content-transfer-encoding').trim().toLowerCase()),
    charset: /charset\s*=\s*"?([\w:.-]+)/i.exec(page.header('content-type'))?.[1] ?? '',
    address: /^https?:\/\/\S+$/i.test(address) ? address : '',
  };
}

interface Part {
  /** Its value by its name in small letters; empty where it has none. */
  readonly header: (name: string) => string;
  readonly body: string;
}

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = raw.slice(0, end?.index ?? 0).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { header: (name) => headers.get(name) ?? '', body: end ? raw.slice(end.index + end[0].length) : '' };
}
