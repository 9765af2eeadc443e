/** What the curators' desk adds to the style sheet of the explorer. */
export const deskStyle = `
:root{--wide:48rem}
.problem{margin:.5rem 0;padding-inline-start:.75rem;border-inline-start:4px solid light-dark(#a8321a,#ff9d85);font-weight:600;max-width:46rem;overflow-wrap:anywhere}
.problem:empty,.said:empty{display:none}
.key{max-width:40rem}
.key .box{flex-wrap:wrap}
.key .box input{flex:1 1 14rem}
.hint{color:var(--soft);font-size:.9375rem;margin:.25rem 0 .75rem;max-width:46rem}
.desk-bar{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 1.5rem;align-items:center;border-block-end:1px solid var(--line);margin-block-end:1rem}
.desk-bar nav{display:flex;flex-wrap:wrap}
.desk-bar nav button{margin:0;border:0;border-block-end:3px solid transparent;border-radius:0;padding:.6rem .9rem;color:var(--ink)}
.desk-bar nav [aria-current]{border-color:var(--link);font-weight:650}
.settings{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;font-size:.9rem}
.settings label{margin-inline:.35rem}
.settings select{min-height:2rem;padding:.1rem .4rem}
.quiet{border-color:transparent;padding:.25rem .5rem;text-decoration:underline;text-underline-offset:.15em;font-size:.9rem}
input[type=checkbox]{inline-size:1.5rem;block-size:1.5rem;min-height:0;margin:0;padding:0;vertical-align:middle;accent-color:var(--link);flex:none}
kbd{display:inline-block;min-inline-size:1.5em;padding:0 .35em;border:1px solid currentColor;border-radius:.25rem;font:600 .8em/1.5 ui-monospace,monospace;text-align:center;opacity:.85}
.without-keys .actions kbd,.without-keys .notices kbd{display:none}
html{scroll-padding-block-start:8rem}
.lead{max-width:none;margin-block:0 .5rem}
.notices{position:sticky;inset-block-start:3.5rem;z-index:2;padding-block:.35rem;background:var(--paper)}
.notices:not(:has(p:not(:empty))){padding:0}
.said{display:inline-block;margin:0;margin-inline-end:.75rem;padding:.4rem .9rem;background:var(--wash);border-radius:.4rem;overflow-wrap:anywhere}
.with-list{display:grid;grid-template-columns:minmax(14rem,19rem) minmax(0,1fr);gap:1rem 2rem;align-items:start}
.list-pane,.pane{min-width:0}
.pane{scroll-margin-block-start:7rem}
.pane h2{margin-block-start:.2rem}
.pane h2:focus,.field li:focus,mark:focus{outline:none}
.pane h3{margin:1.2rem 0 .3rem;font-size:1.1rem}
.pane h4{margin:.9rem 0 .2rem;font:600 .9375rem/1.4 system-ui,sans-serif}
.filters{display:flex;flex-wrap:wrap;gap:.35rem;margin-block-end:.75rem}
.filters button{margin:0;padding:.25rem .7rem;border-radius:1rem;font-size:.9rem;border-color:var(--edge);color:var(--ink)}
.filters [aria-pressed=true]{background:var(--link);border-color:var(--link);color:var(--on-link);font-weight:600}
.lines{list-style:none;margin:0;padding:0;max-width:none!important}
@media(min-width:52.01rem){.list-pane{position:sticky;inset-block-start:7rem;max-block-size:calc(100vh - 8rem);overflow-y:auto;overscroll-behavior:contain;padding:3px}}
.lines button{display:block;inline-size:100%;margin:0;padding:.55rem .75rem;border:0;border-block-end:1px solid var(--line);border-inline-start:4px solid transparent;border-radius:0;color:var(--ink);text-align:start;overflow-wrap:anywhere}
.lines button:focus-visible{outline-offset:-3px}
.lines [aria-current]{background:var(--wash);border-inline-start-color:var(--link)}
.lines small{display:block}
.sort{color:var(--soft);font-size:.85rem;font-weight:600}
.sort::after{content:':'}
.actions{display:flex;flex-wrap:wrap;gap:.5rem;margin-block:.75rem}
.actions button{margin:0;min-height:2.75rem}
.actions button:first-child{background:var(--link);color:var(--on-link);font-weight:600}
.side-by-side{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.1fr);gap:0 2rem;align-items:start}
.field ul,.passages{list-style:none;margin:0;padding:0}
.field li{padding:.3rem .5rem;border-inline-start:3px solid transparent;scroll-margin-block:8rem}
.field li:focus{border-inline-start-color:var(--link);background:var(--wash)}
.value{display:flex;gap:.5rem;align-items:flex-start;overflow-wrap:anywhere}
.value a,.value bdi{min-width:0}
li:has(input:not(:checked)) .value{text-decoration:line-through}
.sure{color:var(--soft);font-size:.875rem}
.field q{font-size:.9375rem;overflow-wrap:anywhere}
.quote{margin:0;margin-inline-start:.35rem;padding:.1rem .25rem;min-height:1.5rem;max-inline-size:100%;vertical-align:middle;border:0;text-align:start;text-decoration:underline;text-underline-offset:.2em;overflow-wrap:anywhere}
.words{max-height:75vh;overflow-y:auto;overscroll-behavior:contain;padding:.5rem 1rem;border:1px solid var(--line);border-radius:.4rem;overflow-wrap:anywhere}
.words p{margin:.5rem 0}
.words-title{font:600 1.15rem/1.35 var(--title)}
mark{padding:.05em .1em;scroll-margin-block:8rem;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
mark.now{outline:3px solid var(--link);outline-offset:1px}
.tag{display:inline;margin:0 .3em 0 0;padding:0 .35em;border:1px solid currentColor;border-radius:.25rem;background:var(--paper);color:var(--ink);font:600 .75rem/1.5 system-ui,sans-serif;white-space:nowrap;text-decoration:none}
.passages li{padding:.4rem 0;border-block-end:1px solid var(--line);overflow-wrap:anywhere}
.passages .tag{padding:.15rem .5rem;min-height:1.5rem}
.passages small{color:var(--soft)}
.box-of{position:relative}
.box-of input{inline-size:100%}
.fields textarea{display:block;inline-size:100%;padding:.4rem .75rem;border:1px solid var(--edge);border-radius:.4rem;background:var(--paper);color:inherit;font:inherit}
.fields .wide select{inline-size:100%}
.give{display:grid;grid-template-columns:minmax(0,1fr)}
.pair{inline-size:100%;table-layout:fixed}
.pair th,.pair td{padding:.5rem .75rem .5rem 0;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
.pair th:first-child{inline-size:9rem}
.pair small{display:block;font-weight:400}
.pair .plain{list-style:none;margin:0;padding:0}
.pair .none{color:var(--soft)}
.pair .same td{color:var(--soft)}
dialog{max-inline-size:min(34rem,calc(100vw - 2rem));padding:1rem 1.5rem;border:1px solid var(--edge);border-radius:.6rem;background:var(--paper);color:var(--ink)}
dialog::backdrop{background:#0008}
dialog h2{margin-block-start:.2rem}
dialog dl div{display:flex;gap:1rem;padding-block:.25rem}
dialog dt{flex:0 0 2.5rem}
dialog dd{margin:0;overflow-wrap:anywhere;min-width:0}
.dropping main{outline:4px dashed var(--link);outline-offset:-4px}
@media(max-width:72rem){.side-by-side{grid-template-columns:minmax(0,1fr)}}
@media(max-width:52rem){.with-list{grid-template-columns:minmax(0,1fr)}.lines{max-height:40vh;overflow-y:auto}}
@media(max-width:40rem){.pair thead tr,.pair tbody tr{display:grid;grid-template-columns:1fr 1fr}.pair tr>:first-child{grid-column:1/-1;inline-size:auto;border:0;padding-block-end:0}.pair th:first-child small{display:inline;margin-inline-start:.5rem}.pair thead th:first-child{display:none}html{scroll-padding-block:4.5rem 9rem}.notices{position:fixed;inset-block:auto 0;inset-inline:0;padding:.5rem 1rem;max-block-size:35vh;overflow-y:auto}.notices:has(p:not(:empty)){border-block-start:1px solid var(--line)}.pane{scroll-margin-block-start:4rem}footer{padding-block-end:10rem}}
@media(forced-colors:active){.field li,.lines button{border-inline-start-color:Canvas}.field li:focus{outline:2px solid Highlight}mark.now,.lines [aria-current],.desk-bar nav [aria-current]{outline:3px solid Highlight;outline-offset:-3px}.filters [aria-pressed=true]{outline:2px solid Highlight}}
`;
