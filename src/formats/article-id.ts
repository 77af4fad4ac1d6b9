import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type ArticleId } from '#core/project/project.ts';

/**
 * The id of the article with this frozen text: the SHA-256 of its UTF-8 bytes in lower-case hexadecimal. Computed in
 * JavaScript, since `crypto.subtle` is missing on pages that are served over plain http.
 */
export function articleIdOf(text: string): ArticleId {
  return bytesToHex(sha256(utf8ToBytes(text))) as ArticleId;
}
