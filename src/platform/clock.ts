/** The time now as an ISO 8601 string in UTC. */
export function now(): string {
  return new Date().toISOString();
}
