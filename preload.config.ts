import { type Plugin } from 'vite';

/**
 * Names the app's first chunk, which main.tsx imports once it knows the language, what that imports, and its styles in
 * index.html: so the browser fetches them with the page and not after it.
 */
export function preloadFirst(name: string): Plugin {
  return {
    name: 'spanmark-preload-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        // Pages of the bench load parts of the app by themselves.
        if (path !== '/index.html') return [];
        const first = Object.values(bundle ?? {}).find((chunk) => chunk.type === 'chunk' && chunk.name === name);
        if (first?.type !== 'chunk') throw new Error(`there is no chunk “${name}” to be loaded first`);
        const styles = [...(first.viteMetadata?.importedCss ?? [])];
        const scripts = [first.fileName, ...first.imports].filter((file) => !html.includes(file));
        return [
          ...scripts.map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `./${file}` },
            injectTo: 'head' as const,
          })),
          ...styles.map((href) => ({
            tag: 'link',
            attrs: { rel: 'stylesheet', href: `./${href}` },
            injectTo: 'head' as const,
          })),
        ];
      },
    },
  };
}
