import { baseStyle } from './base-style.ts';

/** The one style sheet of the page; it stands in it. */
export const style = `${baseStyle}
.kind{margin:2rem 0 0;color:var(--soft);font-size:.9rem}
.also{margin:0 0 .5rem;color:var(--soft)}
.note{border-inline-start:4px solid var(--link);background:var(--wash);padding:.6rem 1rem}
dl{display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.4rem 1.25rem;margin:0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere;min-width:0}
dd ul{list-style:none;margin:0;padding:0}
dd li+li{margin-block-start:.25rem}
.chips li+li{margin-block-start:0}
ol.related{list-style:none;margin:0;padding:0}
ol.related>li{padding:.9rem 0;border-block-start:1px solid var(--line)}
ol.related h3{margin:0;font-size:1.08rem;line-height:1.35;font-weight:600}
.reasons{margin:.3rem 0;padding-inline-start:1.2rem}
.actions{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:center}
.actions .chips{margin-block:.4rem}
.versions td,.versions th{padding:.35rem .9rem .35rem 0;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:break-word}
.versions{border-collapse:collapse;width:100%}
.scroll{overflow-x:auto;max-width:100%}
@media(max-width:34rem){dl{display:block}dd{margin:0 0 .6rem}}
`;
