/** An ISO time as date and time of day where the reader is: `17 June 2024 at 09:30`. */
export function timeInWords(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}
