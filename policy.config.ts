import { type Plugin } from 'vite';

/** Nothing but this origin's own files; no inline script, no eval, no frame, no form target. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  // No string becomes HTML or a script; src/platform/trusted-scripts.ts allows the addresses of our own workers,
  // src/importers/inert-document.ts the markup of files, for documents that nothing shows.
  "require-trusted-types-for 'script'",
  'trusted-types default inert-documents',
];

/** Puts the Content-Security-Policy into the built page; the dev server needs inline scripts and goes without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'spanmark-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}
