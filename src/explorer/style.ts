import { baseStyle } from '../landing/base-style.ts';

/** The one style sheet of the pages of the explorer; it stands in each. */
export const style = `${baseStyle}
:root{--wide:36rem}
main{padding-block-start:1rem;min-height:60vh}
main>ul,main>p{max-width:46rem}
.hero{padding-block:clamp(1rem,4vw,3rem) 0}
.hero h1{font-size:clamp(2rem,1.4rem + 3vw,3.1rem)}
form label{font-weight:600}
input,select{min-height:2.75rem;padding:.4rem .75rem;border:1px solid var(--edge);border-radius:.4rem;background:var(--paper);color:inherit;font:inherit;max-width:100%}
form small{display:block;margin-block-start:.35rem}
.search{margin-block:1rem 1.25rem;max-width:46rem}
.box{position:relative;display:flex;gap:.5rem;margin-block-start:.3rem}
.box input{flex:1;min-width:0}
.box button,.fields button{margin:0;min-height:2.75rem;background:var(--link);color:var(--on-link);font-weight:600}
[role=listbox]{position:absolute;inset-inline:0;inset-block-start:100%;z-index:2;margin:.25rem 0 0;padding:.25rem;list-style:none;max-height:21rem;overflow-y:auto;background:var(--paper);border:1px solid var(--edge);border-radius:.4rem;box-shadow:0 .5rem 1.5rem #0003}
[role=option]{padding:.4rem .6rem;border-radius:.3rem;cursor:pointer;overflow-wrap:anywhere}
[role=option] small{display:block;margin:0}
[role=option][aria-selected=true]{background:var(--wash);outline:2px solid var(--link);outline-offset:-2px}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(12rem,18rem);gap:1rem 3rem}
.bar{display:flex;flex-wrap:wrap;gap:.2rem 1.75rem;align-items:baseline;border-block-end:1px solid var(--line);padding-block-end:.35rem}
.total{margin:0;font:600 1rem/1.5 system-ui,sans-serif}
.choices{list-style:none;display:flex;flex-wrap:wrap;gap:0 1rem;margin:0;padding:0;font-size:.9375rem}
.choices li{color:var(--soft)}
.choices a{display:inline-block;padding-block:.2rem;text-decoration:none}
.choices a:hover,.facets a:hover,.chips a:hover{text-decoration:underline}
.cards{list-style:none;margin:0;padding:0;max-width:46rem}
.card{padding-block:1rem}
.card+.card{border-block-start:1px solid var(--line)}
.card h3{margin:0;font-size:1.15rem;font-weight:600}
.card h3 a{text-decoration:none}
.card h3 a:hover{text-decoration:underline}
.passage{margin:.4rem 0 0;overflow-wrap:anywhere}
.by a{color:inherit}
.facets h2{margin:.2rem 0 .6rem;font-size:1.1rem}
.facets details{border-block-start:1px solid var(--line);padding-block:.5rem}
.facets h3{display:inline;font:600 .9375rem/1.4 system-ui,sans-serif;color:var(--ink)}
.facets ul{list-style:none;margin:.3rem 0 0;padding:0}
.facets li{display:flex;justify-content:space-between;gap:1rem;align-items:baseline}
.facets a{padding-block:.15rem;text-decoration:none;overflow-wrap:anywhere;min-width:0}
.count{color:var(--soft)}
.chosen{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center}
.chosen a{padding:.15rem .7rem;border:1px solid var(--link);border-radius:1rem;text-decoration:none}
.chosen .all{border-color:transparent;text-decoration:underline}
.taken,.nothing{background:var(--wash);padding:.75rem 1rem;border-radius:.4rem}
.nothing{margin-block-start:1rem}
.pages{display:flex;flex-wrap:wrap;gap:0 1rem}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:1rem;padding:0;max-width:none!important}
.tiles li{padding:1rem 1.25rem;border:1px solid var(--line);border-radius:.5rem}
.tiles h3{margin:0;font-size:1.1rem}
.tiles p{margin:.35rem 0 0;color:var(--soft);font-size:.9375rem}
.numbers{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 2rem;padding:0}
.numbers strong{font:600 1.5rem/1.3 var(--title);display:block}
.fields{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;margin-block:1rem;padding:1rem;background:var(--wash);border-radius:.5rem}
.fields p{margin:0;min-width:0}
.fields label{display:block;font-size:.9rem}
.fields [type=number]{width:7rem}
.fields .wide{flex:1 1 14rem}
.fields .wide input{width:100%}
.fields>small{flex-basis:100%;margin:0}
.tools{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:center;margin-block:.5rem}
figure{margin:1.25rem 0}
figure svg{display:block;width:100%;height:auto;color:var(--ink)}
figure.scroll svg{min-width:42rem}
@media(max-width:34rem){figure:has(#ways){display:none}}
figcaption{color:var(--soft);font-size:.9rem;margin-block-start:.4rem}
.scroll{overflow:auto;max-width:100%}
.scroll.tall{max-height:36rem;border:1px solid var(--line);border-radius:.4rem}
table{border-collapse:collapse}
.list{width:100%}
.list td,.list th{padding:.4rem .9rem .4rem .5rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:break-word}
.list .number,.heat td{text-align:end;font-variant-numeric:tabular-nums}
.tall thead th{position:sticky;inset-block-start:0;background:var(--paper)}
caption{text-align:start;color:var(--soft);font-size:.9rem;padding-block-end:.4rem}
.heat th{font-weight:500;font-size:.9rem;text-align:start;padding:.3rem .6rem;min-width:5.5rem;vertical-align:bottom}
.heat tbody th{position:sticky;inset-inline-start:0;background:var(--paper);min-width:9rem;max-width:14rem;z-index:1}
.heat td{padding:0;border:2px solid var(--paper);text-align:center}
.heat td a,.heat td span{display:block;padding:.45rem .3rem;min-width:2.6rem;text-decoration:none;color:var(--ink)}
.heat td a:hover{text-decoration:underline}
[class*=heat-]{background:var(--shade);fill:var(--shade)}
.heat-0{--shade:var(--wash)}.heat-0 span{color:var(--soft)}
.heat-1{--shade:light-dark(#dcecf1,#183039)}
.heat-2{--shade:light-dark(#b5d8e2,#1d4552)}
.heat-3{--shade:light-dark(#82bccc,#235e70)}
.heat-4{--shade:light-dark(#3f8ea3,#4797ad)}.heat-4 a{color:light-dark(#000,#000)!important}
.heat-5{--shade:light-dark(#0a5c70,#84d2e6)}.heat-5 a{color:light-dark(#fff,#000)!important}
.mark{fill:var(--link)}.land{fill:var(--wash);stroke:var(--edge);stroke-width:.4}
.map-1{fill:light-dark(#c5e0e8,#183f4b)}.map-2{fill:light-dark(#8fc4d2,#1f5a6b)}.map-3{fill:light-dark(#4d9db2,#2f8199)}.map-4{fill:light-dark(#0a5c70,#84d2e6)}
.map{stroke:var(--paper);stroke-width:.4}
.axis{stroke:var(--line)}
svg text{fill:var(--ink);font:12px system-ui,sans-serif}
svg .above{stroke:var(--paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.5rem 0 0;font-size:.9rem}
.swatch{forced-color-adjust:none}
.legend svg,.swatch{display:inline-block;inline-size:1em;block-size:1em;vertical-align:-.1em;margin-inline-end:.35em}
.way{list-style:none;margin:0;padding:0 0 0 1.2rem;border-inline-start:2px solid var(--line)}
.way>li{position:relative;padding-block:.45rem}
.way .evidence{border:0;margin:0;padding:0;font-size:.9375rem}
.canvas{position:relative;block-size:min(38rem,75vh);border:1px solid var(--line);border-radius:.5rem;background:var(--paper)}
.canvas:focus-visible{outline-offset:-3px}
.below{display:none;padding-block:.2rem}
@media(max-width:52rem){.columns{grid-template-columns:minmax(0,1fr)}.below{display:inline-block}}
@media(forced-colors:active){.mark,.map-1,.map-2,.map-3,.map-4{fill:LinkText}.map-1{fill-opacity:.25}.map-2{fill-opacity:.5}.map-3{fill-opacity:.75}.land{fill:Canvas;stroke:CanvasText}.heat td{border-color:CanvasText}.heat td a{color:LinkText!important}}
@media print{form,.fields,.facets,.tools,.pages{display:none!important}.columns{display:block}.scroll,.scroll.tall{overflow:visible;max-height:none;border:0}.tall thead th,.heat tbody th{position:static}.heat th,.heat tbody th,.heat td a,.heat td span{min-width:0;padding:.2rem}}
`;
