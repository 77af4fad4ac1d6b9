import { expose } from 'comlink';
import { ENGLISH, findLanguage } from '#language/languages.ts';
import { loadCatalogue } from '#language/load-catalogue.ts';
import { speak } from '#language/spoken.ts';

/**
 * Exposes what `load` gives to the page that started this worker. The first message names the page's language (see
 * run-in-worker.ts): texts are constants of modules, so what has some is loaded after it, and calls wait until then.
 */
export function exposeWork(load: () => Promise<object>): void {
  const waiting: MessageEvent<unknown>[] = [];
  const hold = (event: MessageEvent<unknown>) => {
    if (waiting.push(event) === 1) start(event.data).catch(reportError);
  };
  addEventListener('message', hold);

  async function start(languageId: unknown): Promise<void> {
    const language = findLanguage(String(languageId)) ?? ENGLISH;
    speak(language, await loadCatalogue(language.id).catch(() => undefined));
    const work = await load();
    removeEventListener('message', hold);
    expose(work);
    for (const { data, ports } of waiting.slice(1))
      dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  }
}
