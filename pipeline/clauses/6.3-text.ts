import { partsThatDiffer, SAID_WORDS } from '../model/adopted-text.js';
import { toDigitalStyle } from '../model/date.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { tabledDraft } from './draft/projects-on-record.js';

/** R 6.3: the text of an act that a meeting adopted is its project's, word for word, unless minutes say that it was changed; then something of it is changed. */
export const adoptedText: Rule = {
  id: ruleId('6.3-text'),
  clause: '6.3',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.collegial && traits.numbered,
  async check(draft, world) {
    const { id } = draft.content;
    const standing = id === undefined ? undefined : await world.projects.standing(id);
    const decided = standing?.decided;
    if (standing === undefined || (decided?.how !== 'adopts' && decided?.how !== 'adopts-changed')) return [];
    const tabled = await tabledDraft(standing, decided.date, world);
    if (tabled === undefined) return [];
    const changed = partsThatDiffer(tabled, draft);
    const minutes = `протоколом засідання ${toDigitalStyle(decided.date)} № ${decided.by.number}`;
    if (decided.how === 'adopts' && changed.length > 0)
      return [
        {
          at: '',
          message: `За ${minutes} проєкт прийнято без змін, а тут змінено: ${changed.map((part) => SAID_WORDS[part]).join(', ')}`,
          expected: 'текст проєкту, який розглянуло засідання',
          hint: 'Поверніть текст проєкту; зміни до прийнятого рішення вносять новим рішенням.',
        },
      ];
    if (decided.how === 'adopts-changed' && changed.length === 0)
      return [
        {
          at: '',
          message: `За ${minutes} проєкт прийнято зі змінами, а тут він повторений без змін`,
          expected: 'текст із внесеними змінами',
          hint: 'Внесіть зміни, названі в протоколі, і подайте доопрацьований текст.',
        },
      ];
    return [];
  },
};
