/** How a report looks, on a screen and on A4: calm, and plain in black and white too. */
export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1d2733; --quiet: #5a6675; --line: #d5dbe2; --refuse: #9f1f24; --warn: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0; background: #f2f4f7; color: var(--ink); font: 15px/1.5 "Segoe UI", "Liberation Sans", Arial, sans-serif; }
main { max-width: 200mm; margin: 24px auto; padding: 28px 36px 20px; background: #fff; border: 1px solid var(--line); border-radius: 6px; }
p, h1, dl, ol { margin: 0; }
header { padding-bottom: 16px; border-bottom: 2px solid var(--ink); }
.kicker { color: var(--quiet); font-size: 13px; }
h1 { margin: 2px 0 10px; font-size: 26px; line-height: 1.25; font-weight: 600; }
.act { margin-bottom: 10px; font-size: 19px; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 16px; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.summary { margin-top: 12px; font-size: 17px; }
.next { margin-top: 4px; color: var(--quiet); }
ol { padding: 0; list-style: none; counter-reset: finding; }
li { position: relative; padding: 14px 0 14px 46px; border-bottom: 1px solid var(--line); break-inside: avoid; counter-increment: finding; }
li::before { content: counter(finding) "."; position: absolute; left: 14px; top: 14px; font-weight: 600; }
li::after { content: ""; position: absolute; left: 0; top: 14px; bottom: 14px; border-left: 4px solid var(--refuse); }
li.warn::after { border-left: 4px dotted var(--warn); }
.badge { float: right; margin-left: 12px; padding: 1px 9px; border: 1.5px solid var(--refuse); border-radius: 4px; background: var(--refuse); color: #fff; font-size: 12.5px; font-weight: 600; }
.warn .badge { border: 1.5px dashed var(--warn); background: #fff; color: var(--warn); }
.message { font-weight: 600; overflow-wrap: anywhere; }
.place { margin-bottom: 6px; color: var(--quiet); font-size: 13.5px; overflow-wrap: anywhere; }
li dl { font-size: 14px; }
code { font: 12.5px/1.45 Consolas, "Liberation Mono", monospace; background: #f2f4f7; padding: 1px 4px; border-radius: 3px; }
footer { padding-top: 14px; color: var(--quiet); font-size: 12px; }
.digest { font-family: Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
@media (max-width: 600px) { main { margin: 0; padding: 18px 16px; border: 0; } .badge { float: none; display: inline-block; margin: 0 0 4px; } }
@page { size: A4; margin: 15mm 15mm 15mm 20mm; }
@media print {
  body { background: #fff; font-size: 10.5pt; line-height: 1.35; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  h1 { font-size: 17pt; }
  .summary { font-size: 12pt; }
  li { padding: 7pt 0 7pt 32pt; }
  li::before { top: 7pt; left: 10pt; }
  li::after { top: 7pt; bottom: 7pt; }
  li dl, .place { font-size: 9.5pt; }
  .badge { background: #fff; color: var(--refuse); font-size: 9pt; }
  code { font-size: 8.5pt; background: none; padding: 0; }
}
`;
