import { toDigitalStyle } from '../model/date.js';
import { closed, date, field, text } from '../model/shape.js';
import { dateAndNumber } from './act-name.js';
import { fileRows } from './contract.js';
import { annexFiles, original, received } from './contract-parts.js';
import { cardTable, dayOf } from './contract-words.js';
import { courtAct, effective, reference } from './form-parts.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Mark of the early end of a contract (відмітка про дострокове припинення дії договору), R 27.15: by consent of the parties or by a judgment. */
export const termination = paperKind({
  id: 'termination',
  name: 'відмітка про дострокове припинення дії договору',
  genitive: 'відмітки про дострокове припинення дії договору',
  heading: 'ВІДМІТКА ПРО ДОСТРОКОВЕ ПРИПИНЕННЯ ДІЇ ДОГОВОРУ',
  fields: [
    issuer,
    received,
    field('ground', 'підстава', closed('consent', 'court'), 'attribute'),
    field('decided', 'дата рішення про припинення', date, 'attribute'),
    field('of', 'договір, дію якого припинено', reference, 'element'),
    field('reason', 'причина', text, 'element'),
    field('courtAct', 'судове рішення', courtAct, 'element'),
    field('effective', 'дата припинення', effective, 'element'),
    original,
    annexFiles,
  ],
  issuer: 'legal',
  traits: { agreement: 'termination', marks: 'terminates' },
  titleOf: ({ title, of }) => title ?? (of === undefined ? '' : `Про дострокове припинення дії договору ${dateAndNumber(of)}`),
  bodyOf(content, _office, files) {
    const { of, ground, decided, received: told, reason, courtAct: judgment, effective: from, body } = content;
    return [
      cardTable([
        ['Договір', dateAndNumber(of ?? {})],
        ['Підстава', ground === 'court' ? 'рішення суду' : ground === 'consent' ? 'взаємна згода сторін' : ''],
        ['Дата рішення', dayOf(decided)],
        ['Суд', judgment?.court ?? ''],
        ['Справа', judgment?.case === undefined ? '' : `№ ${judgment.case}`],
        ['Набрало законної сили', dayOf(judgment?.inForce)],
        ['Повідомлено юридичний відділ', dayOf(told)],
        ['Дію припинено з', from?.on === undefined || !/^\d/.test(from.on) ? '' : toDigitalStyle(from.on as NonNullable<typeof told>)],
        ['Причина', reason ?? ''],
        ...fileRows(content, files),
      ]),
      ...body,
    ];
  },
});
