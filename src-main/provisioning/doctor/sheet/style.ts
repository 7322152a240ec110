/** How the sheet looks: the tokens of the kiosk, on paper. Fonts are those of the machine, for nothing is fetched. */
export const SHEET_STYLE = `
:root { --ink: #17203a; --soft: #54607a; --rule: #e4dac6; --pass: #13764a; --warn: #7a4f00; --fail: #c23b22;
  --tint-warn: #fdf3dc; --tint-fail: #fbe6e1; }
@page { size: A4 portrait; margin: 14mm 14mm 16mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #54607a; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font: 9.5pt/1.42 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif;
  color: var(--ink); background: #fff; }
@media screen { html { background: #fbf6ec; } body { width: 210mm; margin: 8mm auto; padding: 14mm 14mm 16mm 16mm; } }
ol, ul { list-style: none; }
.mark { display: flex; gap: 1.2mm; margin-bottom: 3mm; }
.mark i { height: 1.6mm; flex: 1; border-radius: 1mm; background: #1d5bbf; }
.mark i:nth-child(2) { background: #13764a; } .mark i:nth-child(3) { background: #c23b22; }
.mark i:nth-child(4) { background: #f0a818; } .mark i:nth-child(5) { background: #7438ae; }
h1 { display: flex; gap: 5mm; flex-wrap: wrap; font-size: 19pt; line-height: 1.06; letter-spacing: -0.015em; }
h1 span + span { padding-left: 5mm; border-left: 0.5mm solid var(--rule); }
.facts { display: grid; grid-template-columns: 1fr 1.6fr; gap: 2.2mm 8mm; margin: 5mm 0 4mm; }
.facts dt { font-size: 7.5pt; color: var(--soft); }
.facts dd { font-size: 11pt; font-weight: 700; min-height: 1.3em; border-bottom: 0.25mm solid var(--rule); overflow-wrap: anywhere; }
.sums { display: flex; gap: 8mm; padding: 2.2mm 0; border-top: 0.4mm solid var(--ink); border-bottom: 0.4mm solid var(--ink); }
.sums li { display: flex; align-items: center; gap: 1.6mm; }
.sums strong { font-size: 13pt; }
.sign { flex: none; display: grid; place-items: center; width: 5mm; height: 5mm; border-radius: 50%; border: 0.8mm solid var(--pass);
  background: #fff; color: var(--pass); font-size: 8.5pt; line-height: 1; font-weight: 700; }
.warn .sign { border-color: var(--warn); color: var(--warn); }
.fail .sign { border-color: var(--fail); background: var(--fail); color: #fff; }
.line { margin-top: 4mm; }
.line li { position: relative; display: flex; gap: 3.5mm; padding-bottom: 2.4mm; break-inside: avoid; }
.line li::before { content: ""; position: absolute; left: 2.1mm; top: 2mm; bottom: 0; width: 0.8mm; background: var(--rule); }
.line li:last-child::before { display: none; }
.line .sign { position: relative; }
.line li > div { flex: 1; min-width: 0; overflow-wrap: anywhere; }
h2 { font-size: 10.5pt; line-height: 1.3; }
h2 .number { display: inline-block; min-width: 6mm; color: var(--soft); font-variant-numeric: tabular-nums; }
h2 small { float: right; font-size: 7.5pt; font-weight: 400; color: var(--pass); padding-top: 0.8mm; }
.warn h2 small { color: var(--warn); } .fail h2 small { color: var(--fail); }
.line .warn > div { background: var(--tint-warn); } .line .fail > div { background: var(--tint-fail); }
.line .warn > div, .line .fail > div { padding: 1.4mm 2.6mm 2mm; border-radius: 2mm; }
.line .warn .sign, .line .fail .sign { margin-top: 1.6mm; }
.means { color: var(--soft); }
.todo { display: flex; gap: 2mm; margin-top: 1mm; font-weight: 700; }
.box { flex: none; width: 3.6mm; height: 3.6mm; margin-top: 0.5mm; border: 0.35mm solid var(--ink); border-radius: 0.6mm; background: #fff; }
footer { break-inside: avoid; margin-top: 3mm; }
.of { margin-bottom: 2mm; font-weight: 700; }
.remarks { height: 20mm; padding: 1.6mm 2.6mm; border: 0.25mm solid var(--soft); border-radius: 2mm; font-size: 7.5pt; color: var(--soft); }
.signers { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 4mm; }
h3 { font-size: 9.5pt; }
.signers p { display: flex; align-items: flex-end; height: 8.5mm; padding-bottom: 0.6mm; border-bottom: 0.25mm solid var(--soft); font-size: 7.5pt; color: var(--soft); }
.signers p:last-child { height: 18mm; }
`;
