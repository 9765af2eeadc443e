/**
 * What every page of the site has in common: colours by day and by night, the head with the way out, links, lists. The
 * head stays in sight and has room of its own, so that it covers nothing one can go to.
 */
export const baseStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1b2530,#e7ebf0);--soft:light-dark(#51606f,#aab6c3);--line:light-dark(#d9e0e6,#34404d);--edge:light-dark(#76848f,#8796a5);--paper:light-dark(#fff,#12181f);--wash:light-dark(#f3f6f8,#1b232c);--link:light-dark(#0a5c70,#84d2e6);--on-link:light-dark(#fff,#0c1419);--title:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif}
*{box-sizing:border-box}
html{scroll-padding-block-start:4.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
header,main,footer,.ways{padding-inline:max(1.25rem,50% - var(--wide,24rem))}
header{position:sticky;inset-block-start:0;z-index:3;display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.25rem 1rem;min-height:3.5rem;padding-block:.4rem;background:var(--paper);border-block-end:1px solid var(--line)}
.brand{font:650 1.15rem/1.4 var(--title);color:var(--ink);text-decoration:none;padding-block:.3rem}
.exit{padding:.4rem .9rem;border-radius:.4rem;background:var(--ink);color:var(--paper);font-size:.9375rem;font-weight:600;text-decoration:none;border:1px solid transparent}
.exit:hover{text-decoration:underline}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;z-index:4;padding:.5rem 1rem;background:var(--paper)}
.skip:focus{inset-block-start:.5rem}
.ways{padding-block:.35rem;font-size:.9375rem}
.ways ul,.languages,.chips,.plain{list-style:none;margin:0;padding:0}
.ways ul,.languages,.chips{display:flex;flex-wrap:wrap;gap:.3rem .75rem}
.ways ul{gap:0 1.25rem}
.ways a,.languages a{display:inline-block;padding-block:.25rem;text-decoration:none}
.ways a:hover,.languages a:hover{text-decoration:underline}
a{color:var(--link);text-underline-offset:.15em}
a[aria-current]{color:var(--ink);font-weight:650;text-decoration:none}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1,h2,h3{font-family:var(--title);line-height:1.25;overflow-wrap:anywhere;text-wrap:balance}
h1{margin:.1rem 0 .5rem;font-size:clamp(1.6rem,1.15rem + 2vw,2.25rem);line-height:1.2;font-weight:600}
h2{margin:2.4rem 0 .75rem;font-size:1.3rem;font-weight:600}
.lead{font-size:1.06rem;max-width:46rem}
.by,.why,small{color:var(--soft);font-size:.9rem;margin:.15rem 0 0}
.go,button{display:inline-block;margin:.4rem 0;padding:.45rem 1rem;border:1px solid var(--link);border-radius:.4rem;background:none;color:var(--link);font:inherit;text-decoration:none;cursor:pointer}
.chips li{padding:.1rem .65rem;border:1px solid var(--line);border-radius:1rem;background:var(--wash);overflow-wrap:anywhere}
.chips a{text-decoration:none}
details{font-size:.9rem}
summary{cursor:pointer;color:var(--soft);min-height:1.5rem}
.why{color:var(--ink)}
.evidence{margin:.4rem 0 .8rem;padding:.5rem .9rem;border-inline-start:3px solid var(--line);list-style:none}
.evidence li+li{margin-block-start:.6rem}
.evidence q{font-style:italic}
blockquote{margin:0 0 .75rem;padding:.75rem 1rem;background:var(--wash);border-radius:.4rem;overflow-wrap:anywhere}
mark{background:light-dark(#fff0b8,#5a4a10);color:inherit;border-radius:.15em}
footer{margin-top:3.5rem;padding-block:1.25rem 2.5rem;border-block-start:1px solid var(--line);color:var(--soft);font-size:.9rem}
footer h2{margin:0 0 .4rem;font:600 .9rem/1.4 system-ui,sans-serif}
footer p{margin:.9rem 0 0;overflow-wrap:anywhere;max-width:46rem}
footer .languages{margin-block-start:1rem}
[hidden]{display:none!important}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.evidence,.by{overflow-wrap:anywhere}
@media(max-width:26rem){header,main,footer,.ways{padding-inline:1rem}header{gap:.25rem .5rem}.brand{font-size:1.05rem}.exit{padding:.35rem .6rem;font-size:.875rem}}
@media(forced-colors:active){.exit{border-color:ButtonText}}
@media print{header,.ways,footer,.go,button{display:none}}
`;
