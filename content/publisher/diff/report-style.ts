/** The look of the report: large, calm, printable, in the reader's light or dark. */
export const REPORT_STYLE = `
:root { --ink: #1b1d22; --soft: #5a606c; --paper: #fff; --page: #f4f2ee; --line: #dcd8d0;
  --in: #0f6b3a; --in-back: #d9f2e3; --out: #9c2222; --out-back: #fbe0de; --accent: #1d4f91; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae6; --soft: #a9adb6; --paper: #22252b; --page: #17191d;
  --line: #3a3e46; --in: #8be0b0; --in-back: #143d28; --out: #ffb3ac; --out-back: #4b1d1b; --accent: #8fb8f0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
header, main { max-width: 54rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 3rem; }
h1 { margin: 0 0 .5rem; font-size: 2.25rem; line-height: 1.15; letter-spacing: -.01em; }
h2 { margin: 3rem 0 1rem; padding-bottom: .35rem; border-bottom: 3px solid var(--accent); font-size: 1.375rem; }
h3 { display: inline; font-size: 1.1875rem; }
.small, .place, code { color: var(--soft); font-size: .9rem; }
.count { color: var(--soft); font-weight: 400; }
.bar { margin: 1rem 0 .3rem; height: .6rem; border-radius: .3rem; background: var(--line); overflow: hidden; }
.bar i { display: block; height: 100%; min-width: .3rem; background: var(--accent); }
.tag { padding: .1rem .5rem; border-radius: 1rem; background: var(--line); font-size: .8125rem; white-space: nowrap; }
.tag.added { background: var(--in-back); color: var(--in); }
.tag.removed { background: var(--out-back); color: var(--out); }
article, ul.names, section > ul.changes { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; }
article { margin: 1rem 0; }
ul { list-style: none; margin: 0; padding: 0; }
ul.names li { padding: .35rem 0; }
ul.names li + li { border-top: 1px solid var(--line); }
ul.changes > li { margin-top: .9rem; padding-left: .9rem; border-left: 4px solid var(--line); }
ul.changes > li.added { border-color: var(--in); }
ul.changes > li.removed { border-color: var(--out); }
.place { display: block; }
p { margin: .15rem 0; overflow-wrap: anywhere; }
ins, del { border-radius: .2rem; padding: 0 .1rem; text-decoration-thickness: 2px; }
ins { background: var(--in-back); color: var(--in); text-decoration: none; border-bottom: 2px solid currentColor; }
del { background: var(--out-back); color: var(--out); }
main { padding-bottom: 4rem; }
@media print { body { background: none; font-size: 11pt; } article { break-inside: avoid; } }
`;
