import { t } from '#language/t.ts';
import { isObject } from '#formats/is-object.ts';

/** What the import screen says to the page that opened it once it listens. */
export const READY = 'spanmark: ready';

/** The largest page that is taken, in UTF-16 code units: far more than any article has. */
const MOST_UNITS = 32 * 1024 * 1024;

/** The query of an address such as `#/import?from=share&title=…`. */
export function queryOf(hash: string): URLSearchParams {
  const at = hash.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : hash.slice(at + 1));
}

/**
 * A page that another window handed over, as the file that saving it would have made; undefined for anything else. Nothing of
 * it is trusted: it goes the way of every file, of which only words are kept.
 */
export function pageHandedOver(message: unknown): File | undefined {
  if (!isObject(message) || message['spanmark'] !== 'page') return undefined;
  const { html, address } = message;
  if (typeof html !== 'string' || html.trim() === '' || html.length > MOST_UNITS) return undefined;
  const url = webAddress(address);
  const saved = url ? `<!-- saved from url=(${String(url.href.length).padStart(4, '0')})${url.href} -->\n` : '';
  // The mark tells that it is UTF-8, whatever the page says of the bytes that it once was.
  return new File([`\uFEFF${saved}${html.toWellFormed()}`], `${url?.hostname ?? t`Page`}.html`, { type: 'text/html' });
}

function webAddress(address: unknown): URL | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? url : undefined;
}

/** What another app shared, as a text file with its title and address; undefined where it has no text but addresses. */
export function textShared(query: URLSearchParams): File | undefined {
  const text = (query.get('text') ?? '').toWellFormed();
  if (text.replaceAll(/https?:\/\/\S+/g, '').trim() === '') return undefined;
  const fields = [
    ['title', query.get('title') ?? ''],
    ['source', query.get('url') ?? ''],
  ].filter(([, value]) => value !== '');
  const lines = fields.map(([name, value]) => `${name}: ${quotedField(value!)}`);
  const head = lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`;
  return new File([head + text], `${t`Shared text`}.txt`, { type: 'text/plain' });
}

/** As front matter has it. */
function quotedField(value: string): string {
  const line = value.toWellFormed().replaceAll(/\s+/g, ' ').trim().slice(0, 2000);
  return `"${line.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** The address that was shared where there is no text. */
export function addressShared(query: URLSearchParams): string {
  return query.get('url') ?? /https?:\/\/\S+/.exec(query.get('text') ?? '')?.[0] ?? '';
}

const NO_WINDOW = t`The browser kept Spanmark from opening. Allow pop-ups for this page, or save the page and drop the file into Spanmark.`;

/**
 * A bookmark that hands the page it is used on to the Spanmark at this address: it opens the import screen, waits until that
 * listens, and sends it the page as it stands. `address` is one of the app's, whatever its query and hash.
 */
export function bookmarkletFor(address: string): string {
  const app = new URL('.', address);
  const to = JSON.stringify(`${app.href}#/import?from=page`);
  const code = `(()=>{const w=open(${to},'_blank');if(!w){alert(${JSON.stringify(NO_WINDOW)});return}const hear=e=>{if(e.source!==w||e.data!==${JSON.stringify(READY)})return;removeEventListener('message',hear);w.postMessage({spanmark:'page',address:location.href,html:document.documentElement.outerHTML},${JSON.stringify(app.origin)})};addEventListener('message',hear)})()`;
  return `javascript:${encodeURIComponent(code)}`;
}
