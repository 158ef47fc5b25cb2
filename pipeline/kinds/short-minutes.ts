import type { Block, DraftContent, Point } from '../model/draft.js';
import type { GatheringForm } from '../model/plan-card.js';
import { field, list } from '../model/shape.js';
import { paragraph } from './archive-cells.js';
import { listBlock } from './contract.js';
import { commission, copy, point } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer, listOf } from './paper-shape.js';
import { attending, gathering } from './plan-parts.js';
import { whoIs } from './who-is.js';

/** Short minutes of a conference, a seminar or a commission (короткий протокол), R 21.7, 22.4: of the day of the gathering; whoever led it signs; what was decided are tasks. */
export const shortMinutes = paperKind({
  id: 'short-minutes',
  name: 'протокол',
  genitive: 'протоколу',
  heading: 'ПРОТОКОЛ',
  fields: [
    issuer,
    gathering,
    field('commission', 'комісія', commission, 'element'),
    attending,
    field('operative', 'що вирішили', list(point(), 'point', 'пункт'), 'element'),
    listOf('mailing', 'список розсилання', copy, 'copy', 'адресат'),
  ],
  traits: { tells: 'gathering' },
  dateOf: ({ gathering: held, signing }) => held?.date ?? signing?.date,
  bodyOf: (content) => [...opening(content), ...considered(content), ...decided(content)],
});

const HELD: Readonly<Record<GatheringForm, string>> = {
  conference: 'Нарада',
  seminar: 'Семінар',
  commission: 'Засідання комісії',
};

function opening({ gathering: held, commission: body, members: people, signatory }: DraftContent): readonly Block[] {
  const what = held?.form === undefined ? 'Засідання' : HELD[held.form];
  const name = body?.name === undefined ? '' : `: ${body.name}`;
  return [
    paragraph(`${what}${name}`),
    ...(signatory === undefined ? [] : [paragraph(`Головуючий: ${whoIs(signatory)}`)]),
    ...(held?.secretary === undefined ? [] : [paragraph(`Секретар: ${whoIs(held.secretary)}`)]),
    ...(people.length === 0 ? [] : [paragraph('Присутні:'), listBlock(people.map(whoIs))]),
  ];
}

function considered({ body }: DraftContent): readonly Block[] {
  return body.length === 0 ? [] : [paragraph('РОЗГЛЯНУЛИ:'), ...body];
}

/** What a commission decides is advice (R 22.5). */
function decided({ operative, gathering: held }: DraftContent): readonly Block[] {
  const word = held?.form === 'commission' ? 'РЕКОМЕНДУВАЛИ:' : 'ВИРІШИЛИ:';
  return operative.length === 0 ? [] : [paragraph(word), ...operative.flatMap(pointWords)];
}

function pointWords({ n, text = '', points }: Point): readonly Block[] {
  return [paragraph(`${n}. ${text}`), ...points.flatMap(pointWords)];
}
