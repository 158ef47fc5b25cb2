import type { CaseMention } from '../model/archive-card.js';
import { toDigitalStyle } from '../model/date.js';
import type { Block } from '../model/draft.js';

/** Cases as a paper lists them. */
export function caseRows(cases: readonly CaseMention[]): Block {
  const rows = cases.map(({ index = '', heading = '', volume, begun, ended, sheets, note }, position) => [
    String(position + 1),
    index,
    volume === undefined ? heading : `${heading}, том ${volume}`,
    [begun, ended].map((day) => (day === undefined ? '' : toDigitalStyle(day))).join(' – '),
    sheets === undefined ? '' : String(sheets),
    note ?? '',
  ]);
  return {
    type: 'table',
    head: [['№ з/п', 'Індекс справи', 'Заголовок справи', 'Крайні дати', 'Аркушів', 'Примітка']],
    rows,
    widths: [8, 12, 31, 19, 14, 16],
  };
}
