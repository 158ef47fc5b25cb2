import { counted } from '../language/counted.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.7: an act is short, as a rule; measured on the trial rendition, without annexes. */
export const pageCount: Rule = {
  id: ruleId('5.7-length'),
  clause: '5.7',
  severity: 'warn',
  needs: 'trial',
  appliesTo: (traits) => traits.administrative,
  *check(_draft, { norms, trial }) {
    const pages = trial.runs.find((run) => run.annex === null)?.pages ?? 0;
    if (pages <= norms.actPages) return;
    yield {
      at: '/operative',
      message: `Документ без додатків займає ${counted(pages, 'сторінку', 'сторінки', 'сторінок')}`,
      expected: `як правило, не більше ніж ${counted(norms.actPages, 'сторінка', 'сторінки', 'сторінок')}`,
      hint: 'Скоротіть текст або винесіть подробиці в додаток.',
      page: norms.actPages + 1,
    };
  },
};
