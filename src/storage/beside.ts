import { type SettingRow } from './rows.ts';

/** What begins the names that settings have in localStorage. */
const PREFIX = 'beside ';

/**
 * Puts settings beside the database as well, at once and whatever it is doing. They are there until they are written or
 * removed in the usual way, or the next start takes them. Nothing where there is no such place, or no room in it.
 */
export function putBeside(rows: readonly SettingRow[]): void {
  try {
    for (const { key, value } of rows) localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // The database may still take them.
  }
}

/** The settings that are beside the database. */
export function rowsBeside(): readonly SettingRow[] {
  try {
    return Object.keys(localStorage).flatMap((name) => {
      const text = name.startsWith(PREFIX) ? localStorage.getItem(name) : null;
      return text === null ? [] : [{ key: name.slice(PREFIX.length), value: JSON.parse(text) as unknown }];
    });
  } catch {
    return [];
  }
}

/** Takes away what is beside the database under this key. */
export function forgetBeside(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // There is no such place.
  }
}
