import { join } from 'node:path';
import { makeFolder, syncFolder, writeDurably } from '../files/durable-files.js';
import { toDigitalStyle } from '../model/date.js';
import type { Drop } from '../model/drop.js';
import { escapeHtml } from '../model/html.js';
import type { Office } from '../model/office.js';
import { plainLine } from '../model/plain-line.js';
import type { RegisterRow } from '../model/ports.js';
import { trayOf } from './outbox.js';

/**
 * Tells who dropped bytes that were filed before, or the adopted text of a project that has its number, where the act is:
 * `outbox/[<clerk>/]receipts/<claim>.html` and `.json`. The same bytes, and the same words of one project, make one act however often they are dropped.
 */
export async function giveReceipt(office: Office, drop: Drop, row: RegisterRow, same: 'bytes' | 'words'): Promise<void> {
  const folder = join(trayOf(office, drop.droppedBy), 'receipts');
  await makeFolder(folder);
  const { series, year, number, date, title, path } = row;
  const facts = {
    name: drop.name,
    sha256: drop.sha256,
    receivedAt: drop.receivedAt,
    droppedBy: drop.droppedBy,
    verdict: 'duplicate',
    same,
    act: { series, year, number, date, title, path },
  };
  await writeDurably(join(folder, `${drop.claim}.json`), `${JSON.stringify(facts, null, 2)}\n`);
  await writeDurably(join(folder, `${drop.claim}.html`), receiptPage(drop, row, same));
  await syncFolder(folder);
}

function receiptPage(drop: Drop, row: RegisterRow, same: 'bytes' | 'words'): string {
  return `<!DOCTYPE html>
<html lang="uk">
<head><meta charset="utf-8"><title>Документ уже зареєстровано</title>
<style>body{font:16px/1.5 "Times New Roman",serif;max-width:42rem;margin:2rem auto;padding:0 1rem}code{word-break:break-all}</style></head>
<body>
<h1>Документ уже зареєстровано</h1>
<p>Файл «${escapeHtml(plainLine(drop.name))}» ${SAME[same]}. Нового номера йому не присвоєно.</p>
<p><strong>${escapeHtml(row.title)}</strong><br>від ${toDigitalStyle(row.date)} № ${escapeHtml(row.number)}</p>
<p>${whereabouts(row)}</p>
<p>Якщо Ви хотіли подати інший документ, перевірте, чи той файл покладено до теки.</p>
<p>Контрольна сума (SHA-256): <code>${drop.sha256}</code></p>
</body>
</html>
`;
}

const SAME = {
  bytes: 'збігається до останнього знака з поданим раніше',
  words: 'містить той самий текст і те саме голосування, що й рішення, яке вже зареєстровано за цим проєктом',
} as const;

function whereabouts({ state, path }: RegisterRow): string {
  if (state === 'registered' || state === 'awaiting-signature') return 'Документ очікує на підпис; після підписання він надійде до архіву.';
  if (state === 'void')
    return 'Реєстраційний номер цього документа анульовано, новий йому не надається. Якщо документ потрібен, подайте його виправлений текст.';
  return `Документ зберігається в теці <code>${escapeHtml(path)}</code>.`;
}
