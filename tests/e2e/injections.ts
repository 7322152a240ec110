/**
 * Fifty ways to smuggle script, markup or a template into a text. Each leaves a mark on the window or calls `home`, and
 * carries its token ({@link tokenOf}), so that a test can find the words again on the screen.
 */
export function injections(home: string): readonly string[] {
  const run = `window.injected=1;fetch('${home}')`;
  const ways = [
    `<script>${run}</script>zq`,
    `<SCRIPT SRC=${home}></SCRIPT>zq`,
    `<scr<script>ipt>${run}</scr</script>ipt>zq`,
    `"><script>${run}</script>zq`,
    `</title><script>${run}</script>zq`,
    `</script><script>${run}</script>zq`,
    `<img src=x onerror=${run}>zq`,
    `<img src=${home}>zq`,
    `<image href=${home} onerror=${run}>zq`,
    `<svg onload=${run}>zq`,
    `<svg><script>${run}</script></svg>zq`,
    `<svg><a xlink:href="javascript:${run}">zq</a></svg>`,
    `<math><mtext><script>${run}</script>zq`,
    `<iframe src="${home}">zq`,
    `<iframe srcdoc="<script>${run}</script>">zq`,
    `<object data="${home}">zq`,
    `<embed src="${home}">zq`,
    `<video><source onerror=${run}>zq`,
    `<audio src=${home} autoplay>zq`,
    `<details open ontoggle=${run}>zq`,
    `<input autofocus onfocus=${run}>zq`,
    `<body onload=${run}>zq`,
    `<meta http-equiv=refresh content="0;url=${home}">zq`,
    `<base href="${home}">zq`,
    `<link rel=stylesheet href="${home}">zq`,
    `<style>@import '${home}';</style>zq`,
    `<form action="${home}"><button>zq`,
    `<template><script>${run}</script></template>zq`,
    `<noscript><img src=${home}></noscript>zq`,
    `<plaintext>zq`,
    `<!-- --><script>${run}</script>zq`,
    `<![CDATA[<script>${run}</script>]]>zq`,
    `&lt;script&gt;${run}&lt;/script&gt;zq`,
    `&#x3C;script&#x3E;${run}&#x3C;/script&#x3E;zq`,
    `%3Cscript%3E${run}%3C/script%3Ezq`,
    `\\u003cscript\\u003e${run}\\u003c/script\\u003ezq`,
    `[zq](javascript:${run})`,
    `[zq](JaVaScRiPt:${run})`,
    `[zq](data:text/html,<script>${run}</script>)`,
    `[zq](vbscript:${run})`,
    `<javascript:${run}>zq`,
    `![zq](javascript:${run})`,
    `![zq](${home})`,
    `[zq][a]\n\n[a]: javascript:${run}`,
    `:zq[x]{onclick="${run}"}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is one of the attacks
    '${window.injected=1}zq',
    '{{constructor.constructor("window.injected=1")()}}zq',
    '$t(idle.stay) {{count}} zq',
    '" onmouseover="window.injected=1" zq="',
    "__proto__ constructor toString zq'); window.injected=1; ('",
  ];
  return ways.map((text, index) => text.replace('zq', tokenOf(index)));
}

/** The token of an injection, to find it on the screen. */
export function tokenOf(index: number): string {
  return `zq${String(index).padStart(2, '0')}`;
}
