/** The part of the browser's Trusted Types that is used; browsers without them check nothing. */
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (address: string) => string }) => unknown;
}

/**
 * Allows the addresses of workers of this site, and nothing else that could run as a script: the policy of the page refuses
 * every other string where a script, its address or HTML is expected. To be called once, before the first worker.
 */
export function allowOwnScriptsOnly(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin !== location.origin) {
        throw new TypeError(`A script of another site is not run: ${address}`);
      }
      return address;
    },
  });
}
