import { counted } from '../language/counted.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';

/** R 5.7: a note on the matter is short, as a rule; measured on the trial rendition. */
export const noteLength: Rule = {
  id: ruleId('5.7-note-length'),
  clause: '5.7',
  severity: 'warn',
  needs: 'trial',
  appliesTo: (traits) => traits.note,
  *check(_draft, { norms, trial }) {
    const pages = trial.runs.find((run) => run.annex === null)?.pages ?? 0;
    if (pages <= norms.notePages) return;
    yield {
      at: '/body',
      message: `Довідка займає ${counted(pages, 'сторінку', 'сторінки', 'сторінок')}`,
      expected: `як правило, не більше ніж ${counted(norms.notePages, 'сторінка', 'сторінки', 'сторінок')}`,
      hint: 'Скоротіть довідку.',
      page: norms.notePages + 1,
    };
  },
};
