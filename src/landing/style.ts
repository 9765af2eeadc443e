import { createHash } from 'node:crypto';

/** The one style sheet of the page; it stands in it. */
export const style = `
:root{color-scheme:light dark;--ink:light-dark(#1d2433,#e6e9f0);--soft:light-dark(#566074,#a3adc0);--line:light-dark(#d9dee8,#343c4d);--paper:light-dark(#fff,#14181f);--wash:light-dark(#f4f6fa,#1c222c);--link:light-dark(#0b5394,#8ec5ff)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-block:.9rem;border-bottom:1px solid var(--line)}
header>a{font-weight:650;color:var(--ink);text-decoration:none}
nav ul,.chips,.plain{list-style:none;margin:0;padding:0}
nav ul,.chips{display:flex;flex-wrap:wrap;gap:.3rem .75rem}
header nav{font-size:.875rem}
a{color:var(--link);text-underline-offset:.15em}
a[aria-current]{color:var(--ink);font-weight:650;text-decoration:none}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.kind{margin:2rem 0 0;color:var(--soft);font-size:.875rem}
h1{margin:.1rem 0 .5rem;font-size:clamp(1.5rem,1.1rem + 2vw,2.1rem);line-height:1.2;overflow-wrap:anywhere}
h2{margin:2.4rem 0 .75rem;font-size:1.2rem}
.also{margin:0 0 .5rem;color:var(--soft)}
.lead{font-size:1.06rem}
.note{border-inline-start:4px solid #b45309;background:var(--wash);padding:.6rem 1rem}
.go{display:inline-block;margin:.4rem 0;padding:.5rem 1rem;border:1px solid var(--link);border-radius:.4rem;text-decoration:none}
dl{display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.4rem 1.25rem;margin:0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere;min-width:0}
dd ul{list-style:none;margin:0;padding:0}
dd li+li{margin-block-start:.25rem}
.chips li+li{margin-block-start:0}
.chips li{padding:.1rem .65rem;border:1px solid var(--line);border-radius:1rem;background:var(--wash)}
.chips a{text-decoration:none}
ol.related{list-style:none;margin:0;padding:0}
ol.related>li{padding:.9rem 0;border-top:1px solid var(--line)}
ol.related h3{margin:0;font-size:1rem;line-height:1.35}
.by,.why,small{color:var(--soft);font-size:.9rem;margin:.15rem 0 0}
.why{color:var(--ink)}
details{font-size:.9rem}
summary{cursor:pointer;color:var(--soft)}
blockquote{margin:0 0 .75rem;padding:.75rem 1rem;background:var(--wash);border-radius:.4rem;overflow-wrap:anywhere}
footer{margin-top:3rem;padding-block:1.25rem 2.5rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
footer h2{margin:0 0 .4rem;font-size:.875rem}
footer p{margin:.9rem 0 0;overflow-wrap:anywhere}
@media(max-width:34rem){dl{display:block}dd{margin:0 0 .6rem}}
@media print{header nav,footer,.go{display:none}}
`;

/** The policy of the page: its own style sheet and nothing else, no script, in no frame. */
export const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(style)
  .digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
