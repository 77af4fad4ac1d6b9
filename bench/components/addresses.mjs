import { PEERS } from './peers.mjs';

/** The address of a peer's page on the bench's own server. @param {string} peer */
export function addressOf(peer) {
  const page = PEERS[peer]?.page;
  return page === undefined ? `/peers/${encodeURIComponent(peer)}/index.html` : `/spanmark/bench/spanmark/${page}`;
}
