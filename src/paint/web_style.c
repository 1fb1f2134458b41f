/* How a document for browsers is set, and the little that it does by itself. Colours, faces and figures' types are
 * rules of their own (web_ink.c, font_uses.c, web_svg.c). */
#include "paint/web_parts.h"

#define PAGE                                                                                                           \
	"*{box-sizing:border-box}\n"                                                                                   \
	"html{font:106.25%/1.6 Inter,system-ui,sans-serif;font-feature-settings:\"calt\" 0,\"liga\" 0;"                \
	"background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%;"                \
	"scroll-padding-top:1.5rem}\n"                                                                                 \
	"body{margin:0;overflow-wrap:break-word}\n"                                                                    \
	".page{overflow-x:clip;max-width:82rem;margin:0 auto;padding:clamp(1rem,4vw,3rem) clamp(1rem,4vw,3rem) "       \
	"4rem}\n"                                                                                                      \
	"main{min-width:0}\n"                                                                                          \
	"a{color:inherit;text-decoration-color:var(--ink3);text-decoration-thickness:1px;"                             \
	"text-underline-offset:.18em}\n"                                                                               \
	"a:hover{text-decoration-color:currentColor}\n"                                                                \
	":focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:2px}\n"                          \
	".said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;margin:" \
	"0}\n"                                                                                                         \
	"bdi{white-space:nowrap}\n"                                                                                    \
	".skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--paper);"       \
	"padding:.3rem .6rem}\n"

#define HEADER                                                                                                         \
	"header.mast{border-top:1px solid var(--ink);padding-top:2.6rem;position:relative;margin-bottom:3rem}\n"       \
	"header.mast::before{content:\"\";position:absolute;left:0;top:0;width:3.4rem;height:.5rem;"                   \
	"background:var(--tag)}\n"                                                                                     \
	"h1{font-size:clamp(2rem,1.2rem + 3.2vw,3.4rem);line-height:1.08;letter-spacing:-.022em;font-weight:700;"      \
	"margin:0;max-width:20em;text-wrap:balance}\n"                                                                 \
	".subtitle{font-size:clamp(1.1rem,1rem + .7vw,1.45rem);line-height:1.4;color:var(--ink2);"                     \
	"margin:1rem 0 0;max-width:42em;text-wrap:balance}\n"                                                          \
	".marked{margin:0 0 .8rem;letter-spacing:.04em}"                                                               \
	".byline{color:var(--ink3);font-size:.85rem;margin:1.1rem 0 0}\n"                                              \
	".numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,8.5rem),1fr));gap:1.6rem 1.4rem;" \
	"margin:2.6rem 0 1.6rem;padding:0;list-style:none;max-width:none}\n"                                           \
	".numbers li{border-top:1px solid var(--ink);padding-top:.7rem}\n"                                             \
	".numbers b{display:block;font-size:clamp(2.2rem,1.6rem + 2vw,3.1rem);line-height:1.1;letter-spacing:-.02em;"  \
	"color:var(--high)}\n"                                                                                         \
	".numbers .long{font-size:1.5rem;line-height:1.25}\n"                                                          \
	".numbers li>span{display:block;color:var(--ink2);font-size:.88rem;line-height:1.45;margin-top:.4rem}\n"

#define PROSE                                                                                                          \
	"h2,h3,h4,h5,h6{line-height:1.22;letter-spacing:-.012em;font-weight:700;text-wrap:balance;max-width:32em;"     \
	"break-after:avoid}\n"                                                                                         \
	"h2{font-size:1.65rem;margin:3.4rem 0 1rem}h3{font-size:1.22rem;margin:2.2rem 0 .6rem}"                        \
	"h4,h5,h6{font-size:1rem;margin:1.6rem 0 .4rem}\n"                                                             \
	"p,ul,ol,blockquote,pre,.note{max-width:41rem;margin:0 0 1.05rem}\n"                                           \
	"p{text-wrap:pretty;orphans:2;widows:2}\n"                                                                     \
	"ul,ol{padding-left:1.4rem}li{margin:0 0 .45rem}li>p{margin:0 0 .45rem}li::marker{color:var(--ink3)}\n"        \
	"ol>li::marker{font-feature-settings:\"tnum\" 1;font-weight:600}\n"                                            \
	"blockquote{border-left:3px solid var(--grid);padding-left:1.1rem;color:var(--ink2)}\n"                        \
	"figure{margin:2.2rem 0 2.6rem}figure img{max-width:100%;height:auto;display:block}\n"                         \
	"figcaption{font-size:.82rem;color:var(--ink2);line-height:1.45;margin:0 0 .6rem}\n"                           \
	".quotation blockquote{font-size:1.3rem;line-height:1.4;color:var(--ink);border-color:var(--tag);margin:0}\n"  \
	".quotation figcaption{margin:.6rem 0 0 1.3rem}\n"                                                             \
	"code,pre{font-family:\"Noto Sans Mono\",ui-monospace,monospace;font-size:.86em}\n"                            \
	"pre{background:var(--panel);padding:1rem 1.2rem;overflow-x:auto;border-radius:4px;max-width:60rem}\n"         \
	".note{background:var(--panel);padding:1.1rem 1.3rem;max-width:44rem;margin:1.6rem 0;border-radius:4px}\n"     \
	".note>:last-child{margin-bottom:0}\n"                                                                         \
	".columns{columns:2 20rem;column-gap:2.4rem;margin:0 0 1.2rem}\n"                                              \
	".side{border-left:3px solid var(--grid);padding-left:1.1rem;max-width:38rem;margin:0 0 "                      \
	"1.6rem;font-size:.9rem}\n"                                                                                    \
	".figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 2.4rem}\n"     \
	"sup a,.back{text-decoration:none;font-weight:600;padding:0 "                                                  \
	".12em}sup{line-height:0;font-size:max(.72em,11px)}\n"                                                         \
	".doubt{color:var(--doubt);font-weight:700}.unsure{text-decoration:underline wavy var(--doubt);"               \
	"text-decoration-thickness:1px;text-underline-offset:.2em}\n"                                                  \
	".notes{border-top:1px solid var(--grid);margin-top:3rem;padding-top:1.2rem;font-size:.86rem;"                 \
	"color:var(--ink2)}\n"

#define TABLES                                                                                                         \
	".scroll{overflow-x:auto;position:relative;margin:1.2rem 0 1.8rem}\n"                                          \
	"@media screen and (max-width:40rem){.scroll{background:"                                                      \
	"linear-gradient(90deg,var(--paper) 1rem,transparent) 0/3rem 100% local,"                                      \
	"linear-gradient(-90deg,var(--paper) 1rem,transparent) 100%/3rem 100% local,"                                  \
	"linear-gradient(90deg,var(--grid),transparent) 0/.6rem 100%,"                                                 \
	"linear-gradient(-90deg,var(--grid),transparent) 100%/.6rem 100%;background-repeat:no-repeat}}\n"              \
	"table{border-collapse:collapse;font-size:.88rem;line-height:1.42;font-feature-settings:\"calt\" 0,\"liga\" "  \
	"0,"                                                                                                           \
	"\"tnum\" 1;min-width:min(100%,24rem)}table.wide{width:100%}table.many{min-width:36rem}\n"                     \
	"th,td{text-align:left;vertical-align:top;padding:.5rem 1.3rem .5rem 0;border-bottom:1px solid var(--grid);"   \
	"min-width:4.5rem}th:last-child,td:last-child{padding-right:0}\n"                                              \
	"thead tr>*{border-bottom:1px solid var(--ink);font-weight:600;vertical-align:bottom;color:var(--ink2);"       \
	"font-size:.82rem}tbody th{font-weight:400}\n"                                                                 \
	".r{text-align:right}.c{text-align:center}.faint,.faint a{color:var(--ink3)}.good{font-weight:600}"            \
	".bad{font-weight:600}\n"                                                                                      \
	".dot{display:inline-block;width:.62em;height:.62em;border-radius:50%;margin-right:.5em;"                      \
	"border:.13em solid transparent;forced-color-adjust:none}.full{background:var(--high);"                        \
	"border-color:var(--high)}.ring{border-color:var(--high)}.dash{height:.13em;border:0;border-radius:0;"         \
	"background:var(--ink3);vertical-align:middle}\n"                                                              \
	".below{font-size:.82rem;color:var(--ink2);margin-top:-1.2rem}\n"                                              \
	"table.data{font-size:.8rem}table.data button{all:unset;cursor:pointer;text-decoration:underline dotted "      \
	"var(--ink3)}table.data button:focus-visible{outline:2px solid var(--ink)}\n"                                  \
	"tr:target>*{background:var(--panel)}\n"

/* The edges of a mark, clockwise from the top, in each view: where nothing else is said, those of the view
 * before. */
#define SMALL(edge) "var(--s" edge ",50%)"
#define MIDDLE(edge) "var(--m" edge "," SMALL(edge) ")"
#define LARGE(edge) "var(--l" edge "," MIDDLE(edge) ")"
#define EDGES(view) "--a:" view("1") ";--b:" view("2") ";--c:" view("3") ";--d:" view("4")
#define EDGES_SMALL EDGES(SMALL)
#define EDGES_MIDDLE EDGES(MIDDLE)
#define EDGES_LARGE EDGES(LARGE)

#define FIGURES                                                                                                        \
	".label{font-weight:600}.chart .doubt{margin-left:.8rem}.doubted{border-left:4px solid var(--tag);"            \
	"padding-left:1rem}\n"                                                                                         \
	"@media "                                                                                                      \
	"(max-width:30rem){.chart{margin-left:-.5rem;margin-right:-.5rem}.chart.doubted{margin-left:-1rem;padding-"    \
	"left:.25rem}}\n"                                                                                              \
	".box{container-type:inline-size}.plot{position:relative;max-width:28rem;min-width:var(--ws,0)}.pan{overflow-" \
	"x:auto}\n"                                                                                                    \
	".v{display:none;width:100%;height:auto}.vs{display:block}\n"                                                  \
	"svg text{font-family:Inter,sans-serif;white-space:pre;text-rendering:geometricPrecision}\n"                   \
	"@container "                                                                                                  \
	"(min-width:640px){.plot{max-width:50rem;min-width:var(--wm,0)}.vs{display:none}.vm{display:block}}\n"         \
	"@container "                                                                                                  \
	"(min-width:1040px){.plot{max-width:76rem;min-width:var(--wl,0)}.vm{display:none}.vl{display:block}}\n"        \
	".marks{position:absolute;inset:0;margin:0;padding:0;list-style:none;pointer-events:none;max-width:none}\n"

#define TARGETS                                                                                                        \
	".marks li{margin:0;" EDGES_SMALL "}\n"                                                                        \
	"@container (min-width:640px){.marks li{" EDGES_MIDDLE "}}\n"                                                  \
	"@container (min-width:1040px){.marks li{" EDGES_LARGE "}}\n"                                                  \
	".marks a{position:absolute;inset:var(--a) var(--b) var(--c) "                                                 \
	"var(--d);pointer-events:auto;border-radius:3px}\n"                                                            \
	".marks span{display:none;position:absolute;z-index:3;width:min(19rem,100%);left:max(0px,min(var(--d),100% - " \
	"19rem));top:calc(100% - var(--c));pointer-events:auto;background:var(--ink);color:var(--paper);"              \
	"font-size:.8rem;line-height:1.45;padding:.55rem .8rem;border-radius:5px;border:1px solid var(--paper)}"       \
	".marks .low span{top:auto;bottom:calc(100% - var(--a))}\n"                                                    \
	".marks a:hover+span,.marks a:focus-visible+span,.marks span:hover{display:block}\n"                           \
	".hush .marks li>span,.hush .tip{display:none!important}\n"                                                    \
	"details{font-size:.84rem;margin-top:.7rem}summary{cursor:pointer;font-weight:600;color:var(--ink2);"          \
	"width:fit-content;padding:.25rem 0}\n"                                                                        \
	".save{margin:-.8rem 0 0}\n"

#define CONTENTS                                                                                                       \
	"nav.toc{font-size:.84rem;line-height:1.4}nav.toc ol{list-style:none;padding:0;margin:.3rem 0 0}"              \
	"nav.toc li{margin:0}nav.toc a{text-decoration:none;color:var(--ink2);display:block;padding:.28rem 0}"         \
	"nav.toc a:hover{color:var(--ink);text-decoration:underline}nav.toc .sub a{padding-left:.9rem}"                \
	"nav.toc details{font-size:1em;margin:0 0 2rem}nav.here{margin:1.5rem 0}\n"                                    \
	"@media screen and (min-width:68rem){.split{display:grid;grid-template-columns:13.5rem minmax(0,1fr);"         \
	"gap:0 3.6rem}.split>nav.toc{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);"       \
	"overflow-y:auto;border-top:1px solid var(--grid);padding-top:.7rem}main>:first-child{margin-top:0}\n"         \
	"@supports selector(::details-content){.split>nav.toc summary{display:none}.split>nav.toc details"             \
	"::details-content{content-visibility:visible;display:block;height:auto}}}\n"

#define INSPECT                                                                                                        \
	".q>[aria-label]{position:absolute;width:1rem;height:1.5rem;border-radius:50%;opacity:0;text-decoration:none}" \
	"\n"                                                                                                           \
	".q>[aria-label]::after{content:\"\";position:absolute;left:.1rem;top:-.15rem;width:.6rem;height:.6rem;"       \
	"border-radius:50%;border:2px solid var(--tag);background:var(--paper)}\n"                                     \
	".q:hover>[aria-label],.q>[aria-label]:focus-visible{opacity:1}.q:hover{background:var(--panel)}\n"            \
	".tip{position:absolute;z-index:4;width:min(26rem,calc(100vw - 2rem));background:var(--ink);"                  \
	"color:var(--paper);font-size:.8rem;line-height:1.45;padding:.6rem .85rem;border-radius:5px;"                  \
	"border:1px solid var(--paper)}.tip>a{display:none}\n"                                                         \
	".proofs{margin-top:3rem;font-size:.84rem}\n"                                                                  \
	".evidence{list-style:none;padding:0;max-width:52rem}.evidence li{margin-bottom:.7rem}\n"                      \
	".evidence code,.tip code{font:inherit;overflow-wrap:anywhere}.evidence code{color:var(--ink2)}"               \
	".tip code{opacity:.8}\n"                                                                                      \
	".evidence a{color:var(--ink2)}.evidence li:target,.notes li:target{background:var(--panel)}\n"

#define FINDINGS                                                                                                       \
	".findings{list-style:none;padding:0;max-width:44rem;counter-reset:finding;margin:1.6rem 0 2rem}\n"            \
	".findings li{display:grid;grid-template-columns:minmax(5.5rem,8.5rem) 1fr;gap:0 1.4rem;margin:0;"             \
	"padding:1rem 0;border-top:1px solid var(--grid);counter-increment:finding}\n"                                 \
	".findings .gap{margin:0;color:var(--ink2);font-size:.88rem}.findings .gap b{display:block;font-size:1.75rem;" \
	"line-height:1.15;letter-spacing:-.015em;color:var(--high)}\n"                                                 \
	".findings .gap::before{content:counter(finding);font-size:.82rem;color:var(--ink3)}\n"                        \
	".findings div p{margin:0 0 .35rem}.findings .sure{font-size:.84rem;color:var(--ink2)}\n"                      \
	".spark{display:flex;align-items:center;gap:.6rem;font-size:.78rem;color:var(--ink2);margin-top:.5rem}\n"      \
	".spark svg{width:min(14rem,55%);height:auto;overflow:visible}.spark path{stroke:var(--ink3);fill:none}"       \
	".spark circle{fill:var(--ink3)}.spark .focus{fill:var(--high)}\n"

#define ADVICE                                                                                                         \
	"ul.advice{list-style:none;padding:0;max-width:52rem}\n"                                                       \
	".advice li{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.4rem 2rem;"   \
	"border-top:1px solid var(--ink);padding:.9rem 0 1.1rem;margin:0}.advice p{margin:0 0 .4rem}"                  \
	".advice .use{color:var(--ink2);font-size:.88rem}.advice .model{font-weight:700;font-size:1.2rem;"             \
	"line-height:1.3}\n"

#define EVENTS                                                                                                         \
	"ol.events{list-style:none;padding:0;max-width:52rem}\n"                                                       \
	".events li{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:0 1.4rem;position:relative;margin:0;"  \
	"padding:0 0 1rem 1.5rem;border-left:2px solid var(--grid);margin-left:.35rem}.events "                        \
	"li::before{content:\"\";"                                                                                     \
	"position:absolute;left:-.42rem;top:.5rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--high)}"  \
	".events li:last-child{border-color:transparent}.events b{font-weight:600}\n"                                  \
	"@media (max-width:34rem){.events li{grid-template-columns:1fr}}\n"

#define CLAIMS                                                                                                         \
	".hide .o{display:none}.claims{max-width:82rem;margin:0 auto;padding:.8rem clamp(1rem,4vw,3rem) "              \
	"0;text-align:right;"                                                                                          \
	"font-size:.8rem;color:var(--ink2)}.claims button{font:inherit;color:inherit;background:var(--panel);"         \
	"border:1px solid var(--ink3);border-radius:4px;padding:.3rem .7rem;margin-right:.6rem;cursor:pointer}"        \
	".hide .claims button{background:var(--ink);color:var(--paper)}\n"

#define MEDIA                                                                                                          \
	"@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}\n"                                \
	"@media (forced-colors:active){.marks li>span,.tip{background:Canvas;color:CanvasText;border:2px solid "       \
	"CanvasText}"                                                                                                  \
	"svg{forced-color-adjust:none}svg "                                                                            \
	"text{fill:CanvasText!important;stroke:Canvas;stroke-width:3px;paint-order:stroke}"                            \
	".hide .claims button{forced-color-adjust:none;background:Highlight;color:HighlightText}"                      \
	":focus-visible,tr:target,li:target{outline:3px solid Highlight}}\n"                                           \
	"@page{margin:20mm 18mm 18mm;@bottom-right{content:counter(page);font:9pt Inter,sans-serif}}\n"                \
	"@media print{html{font-size:10.5pt}.numbers{grid-template-columns:repeat(4,1fr);gap:1rem "                    \
	"1.2rem}.page{padding:0;max-width:none}.split{display:block}nav.toc,.marks,.save,"                             \
	".claims button,.chart>details,.skip,.tip,.back{display:none}h2{margin-top:2rem}figure,.note,tr,.numbers li"   \
	"{break-inside:avoid}thead{display:table-header-group}a{text-decoration:none}.scroll{overflow:visible}"        \
	".break{break-before:page}.plot{max-width:none}}\n"

const struct web_rules web_style[] = {
	{ NULL, PAGE },
	{ "class=\"mast\"", HEADER },
	{ NULL, PROSE },
	{ "class=\"findings\"", FINDINGS },
	{ NULL, TABLES },
	{ NULL, FIGURES },
	{ NULL, TARGETS },
	{ "class=\"toc", CONTENTS },
	{ "class=q>", INSPECT },
	{ "class=\"advice\"", ADVICE },
	{ "class=\"events\"", EVENTS },
	{ "class=claims ", CLAIMS },
	{ NULL, MEDIA },
	{ NULL, NULL },
};

/* Without scripts everything can be read and reached. Of these a document has what it has a use for. all: what a
 * selector finds. */
#define START                                                                                                          \
	"let d=document,r=d.documentElement,tip,all=(s,e=d)=>[...e.querySelectorAll(s)],"                              \
	"make=n=>d.createElement(n),"

/* Of each list of marks one can be reached by Tab. */
#define WALK                                                                                                           \
	"live=u=>all('a',u).filter(a=>a.offsetParent),"                                                                \
	"walk=()=>all('.marks').map(u=>live(u).map((a,i)=>a.tabIndex=i?-1:0));"                                        \
	"walk();"

/* Arrow keys lead from mark to mark, Escape takes a tip away. */
#define KEYS                                                                                                           \
	"d.onkeydown=e=>{"                                                                                             \
	"let t=e.target,u=t.closest('.marks'),a=u?live(u):[],i=a.indexOf(t),"                                          \
	"n=a[{ArrowDown:i+1,ArrowRight:i+1,ArrowUp:i-1,ArrowLeft:i-1,Home:0,End:a.length-1}[e.key]];"                  \
	"if(e.key=='Escape')r.classList.add('hush');"                                                                  \
	"if(n&&!e.altKey){e.preventDefault();t.tabIndex=-1;n.tabIndex=0;n.focus()}};"

/* What developers claim can be hidden. */
#define HIDE                                                                                                           \
	"{let[b,s]=all('.claims>*');"                                                                                  \
	"b.parentNode.hidden=0;"                                                                                       \
	"b.onclick=()=>{s.firstChild.hidden=!(b.ariaPressed=r.classList.toggle('hide'));walk()}}"

/* What a claim rests on shows below it. */
#define SHOW                                                                                                           \
	"for(let on of['pointerover','focusin'])d.addEventListener(on,e=>{"                                            \
	"let t=e.target,q=t.closest('.q'),[s]=q?all(q.lastChild.hash):[];"                                             \
	"r.classList.remove('hush');"                                                                                  \
	"if(tip){if(tip.contains(t))return;tip.remove()}"                                                              \
	"if(!s)return;"                                                                                                \
	"d.body.append(tip=make('div'));"                                                                              \
	"tip.className='tip';tip.ariaHidden=true;tip.innerHTML=s.innerHTML;"                                           \
	"let b=[...q.getClientRects()].pop();"                                                                         \
	"tip.style=`top:${b.bottom+scrollY}px;"                                                                        \
	"left:${Math.max(16,Math.min(b.left,r.clientWidth-tip.offsetWidth-16))}px`});"

/* Heads sort a figure's table; what is missing comes after all numbers. */
#define SORT                                                                                                           \
	"all('.data th[scope=col]').map(h=>{"                                                                          \
	"let b=make('button'),t=h.closest('table').tBodies[0],"                                                        \
	"v=x=>(x=x.cells[h.cellIndex]).firstChild?.value||x.textContent||'\u2013';"                                    \
	"b.append(h.firstChild);h.append(b);"                                                                          \
	"b.onclick=()=>{"                                                                                              \
	"let up=h.ariaSort=='descending';"                                                                             \
	"for(let x of h.parentNode.cells)x.ariaSort=null;"                                                             \
	"h.ariaSort=up?'ascending':'descending';"                                                                      \
	"t.append(...[...t.rows].sort((x,y)=>{x=v(x);y=v(y);"                                                          \
	"return(isNaN(x-y)?x<y?-1:x>y:x-y)*(up||-1)}))}});"

const struct web_rules web_script[] = {
	{ NULL, "{" START WALK KEYS },
	{ "class=claims ", HIDE },
	{ "class=q>", SHOW },
	{ "class=\"data\"", SORT },
	{ NULL, "}" },
	{ NULL, NULL },
};
