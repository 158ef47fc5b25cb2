import { type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 21.7: short minutes say what gathered and when, who was there, what was considered and what was decided. */
export const gatheringMinutes: Rule = {
  id: ruleId('21.7-minutes'),
  clause: '21.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.tells === 'gathering',
  *check({ content: { gathering, members, body, operative, signing } }): Iterable<Remark> {
    const parts = [
      ['/gathering/form', gathering?.form !== undefined, 'що проведено: нараду, семінар чи засідання комісії (gathering.form)'],
      ['/gathering/date', gathering?.date !== undefined, 'дату проведення (gathering.date)'],
      ['/members', members.length > 0, 'присутніх (members)'],
      ['/body', body.length > 0, 'що розглянули (body)'],
      ['/operative', operative.length > 0, 'що вирішили (operative)'],
    ] as const;
    for (const [at, isThere, name] of parts) {
      if (isThere) continue;
      yield {
        at,
        message: `У протоколі не вказано: ${name}`,
        expected: 'дата, присутні, розглянуті питання і прийняті рішення',
        hint: 'Доповніть протокол.',
      };
    }
    if (gathering?.date !== undefined && signing?.date !== undefined && signing.date < gathering.date)
      yield {
        at: '/signing/date',
        message: 'Протокол підписано раніше, ніж проведено нараду чи засідання',
        expected: 'дата підписання не раніше дати проведення',
        hint: 'Виправте дату підписання або дату проведення.',
      };
  },
};
