import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { called, changedActs, isBeforeOffice } from './draft/changed-acts.js';

/** R 5.11: an act that is older than the registers is changed on the clerk's word, unless it was imported. */
export const changeTargetOlder: Rule = {
  id: ruleId('5.11-target-older'),
  clause: '5.11',
  severity: 'warn',
  needs: 'register',
  appliesTo: (traits) => traits.changesActs,
  async check({ content }, world) {
    const older = await Promise.all(
      (await changedActs(content, world)).map(async ({ change: { act: named }, at, act }) => {
        const { series, date, number } = named;
        if (act !== undefined || series === undefined || date === undefined || number === undefined) return undefined;
        if ((await isBeforeOffice({ series, date, number }, world)) !== true) return undefined;
        return {
          at: `${at}/act`,
          message: `Акт ${called(named)} давніший за електронний реєстр і до нього не внесений: перевірити його немає за чим, позначки про зміну він не матиме`,
          expected: 'акт, внесений до реєстру',
          hint: 'Звірте дату й номер із паперовим оригіналом; давні акти до реєстру вносить адміністратор (regesta import).',
        };
      }),
    );
    return older.filter((remark) => remark !== undefined);
  },
};
