const PLACE = 'spanmark-language';

/** The id of the language that was chosen in this browser, undefined if none was or nothing can be kept. */
export function chosenLanguage(): string | undefined {
  try {
    return localStorage.getItem(PLACE) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps which language was chosen; undefined goes by the browser's languages again. False where the browser keeps nothing. */
export function keepLanguage(id: string | undefined): boolean {
  try {
    if (id === undefined) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, id);
    return true;
  } catch {
    return false;
  }
}
