import type { Blanks, Block } from '../model/draft.js';
import { bodyOf } from '../model/office.js';
import { field } from '../model/shape.js';
import { blanks as blanksShape } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Receipt of blanks of strict account, or numbers of them that were spoiled (акт про облік бланків), R 24.6, 24.9. */
export const blanks = paperKind({
  id: 'blanks',
  name: 'акт обліку бланків',
  genitive: 'акта обліку бланків',
  heading: 'АКТ',
  fields: [issuer, field('blanks', 'бланки', blanksShape, 'element')],
  issuer: 'general',
  traits: { stock: true },
  titleOf: ({ title }) => title ?? 'Про облік бланків суворої звітності',
  bodyOf: ({ body, blanks: account }, office) => [
    ...(account === undefined ? [] : [...receivedBlocks(account, bodyOf(office, account.form ?? '').genitive), ...spoiledBlocks(account)]),
    ...body,
  ],
});

function receivedBlocks({ from, to }: Blanks, whose: string): readonly Block[] {
  if (from === undefined || to === undefined) return [];
  return [{ type: 'paragraph', text: `Одержано бланки ${whose}: № ${from} – № ${to}, усього ${to - from + 1}.` }];
}

function spoiledBlocks({ spoiled }: Blanks): readonly Block[] {
  if (spoiled.length === 0) return [];
  const rows = spoiled.map(({ number, reason = '' }) => [number === undefined ? '' : String(number), reason]);
  return [
    { type: 'paragraph', text: 'Зіпсовано бланки:' },
    { type: 'table', head: [['№ бланка', 'Причина']], rows, widths: [25, 75] },
  ];
}
