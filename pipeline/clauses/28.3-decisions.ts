import type { CaseMention } from '../model/archive-card.js';
import type { LocalDate } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { knownCases, namedCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';

/** R 28.3, 28.4: an expert commission decides of every case it has seen: to keep it, to destroy it, or to keep it longer, until a day to come. */
export const appraisalDecisions: Rule = {
  id: ruleId('28.3-decisions'),
  clause: '28.3',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'appraises',
  async check({ content }, world) {
    const date = world.kind.dateOf(content);
    const remarks = (await namedCases(content, world)).flatMap((named) => remarksOf(named.mention, named.at, caseCalled(named), date));
    for (const named of await knownCases(content, world)) {
      if (named.mention.decision !== 'destroy' || named.file.planned.category !== 'permanent') continue;
      remarks.push({
        at: `${named.at}/decision`,
        message: `${caseCalled(named)} зберігається постійно (ст. ${named.file.planned.article}): знищити її не можна`,
        expected: 'keep',
        hint: 'Виправте рішення комісії щодо цієї справи.',
      });
    }
    return remarks;
  },
};

function remarksOf({ decision, until }: CaseMention, at: string, name: string, date: LocalDate | undefined): Remark[] {
  const expected = 'keep (зберігати), destroy (знищити) або prolong (продовжити строк)';
  const hint = 'Додайте рішення комісії щодо кожної розглянутої справи.';
  if (decision === undefined) return [{ at: `${at}/decision`, message: `${name}: немає рішення комісії (decision)`, expected, hint }];
  if (decision !== 'prolong' || (until !== undefined && (date === undefined || until > date))) return [];
  const message = `${name}: ${until === undefined ? 'не вказано, до якого дня' : 'день, до якого'} продовжено зберігання (until)${until === undefined ? '' : ', уже минув'}`;
  return [{ at: `${at}/until`, message, expected: 'дата після засідання комісії', hint: 'Вкажіть дату у форматі рррр-мм-дд.' }];
}
