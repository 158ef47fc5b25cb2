import { toDigitalStyle } from '../model/date.js';
import type { Block, Visa } from '../model/draft.js';

/** Said where a visa came with objections or with an opinion (R 5.12, 10.4). */
const OPINION_ATTACHED = 'Висновок додається';

/** Visas as a sheet prints them (R 5.10, 10.4): post, name, date, remarks; and how many pages they cover (R 10.6), undefined where nobody has counted. */
export function visaBlocks(visas: readonly Visa[], pages: number | undefined): readonly Block[] {
  const rows = visas.map(({ post = '', name = '', date, remarks, objection }, index) => [
    String(index + 1),
    post,
    name,
    date === undefined ? '' : toDigitalStyle(date),
    objection === undefined ? (remarks ?? '') : withOpinion(remarks),
  ]);
  return [
    { type: 'table', head: [['№', 'Посада', 'Імʼя та прізвище', 'Дата', 'Зауваження']], rows, widths: [6, 36, 24, 14, 20] },
    ...(pages === undefined
      ? []
      : [{ type: 'paragraph' as const, text: `Завізовано кожну сторінку проєкту з додатками, усього сторінок: ${pages}.` }]),
    ...visas.flatMap(objectionBlocks),
  ];
}

/** A remark often says already that the opinion is attached, who wrote it, too. */
function withOpinion(remarks: string | undefined): string {
  if (remarks === undefined) return OPINION_ATTACHED;
  return remarks.toLowerCase().includes(OPINION_ATTACHED.toLowerCase()) ? remarks : `${remarks}. ${OPINION_ATTACHED}`;
}

function objectionBlocks({ objection, post = '', name = '' }: Visa): readonly Block[] {
  if (objection === undefined) return [];
  return [
    { type: 'heading', level: 2, text: `Висновок: ${[post, name].filter((words) => words !== '').join(' ')}` },
    ...objection.text.map((text): Block => ({ type: 'paragraph', text })),
  ];
}
