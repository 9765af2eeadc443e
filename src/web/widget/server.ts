const script = document.currentScript as HTMLScriptElement | null;

/** What a style in this page must carry under a strict policy, where the script carries it. */
export const nonce = script?.nonce ?? '';

/**
 * The origin this script came from. A module is not told where it stands in the page: there its tag is looked for, by
 * the path it is served at. Empty where it has been bundled into something else.
 */
export const scriptServer = originOf(
  script?.src ||
    [...document.scripts].map(({ src }) => src).find((src) => /\/widget\/([^/?]+\/)?related-resources\.js$/.test(src)),
);

function originOf(address: string | undefined): string {
  return address ? new URL(address).href.replace(/\/widget\/.*$/, '') : '';
}
