import { counted } from '../language/counted.js';
import { pointerTo, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { visaName } from './draft/visa-name.js';

/** R 10.6: every page of a draft and its annexes is visaed; measured on the trial rendition. */
export const visaedPages: Rule = {
  id: ruleId('10.6-pages'),
  clause: '10.6',
  severity: 'refuse',
  needs: 'trial',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { trial }) {
    const pages = trial.runs.reduce((sum, run) => sum + run.pages, 0);
    for (const [index, visa] of content.visas.entries()) {
      if (visa.pages === undefined || visa.pages === pages) continue;
      yield {
        at: pointerTo('/visas', index, 'pages'),
        message: `Візою ${visaName(visa)} погоджено ${pagesOf(visa.pages)}, а документ із додатками має ${pagesOf(pages)}`,
        expected: pagesOf(pages),
        hint: 'Погодьте документ у тому вигляді, у якому його подано, або виправте кількість сторінок (pages).',
      };
    }
  },
};

function pagesOf(count: number): string {
  return counted(count, 'сторінку', 'сторінки', 'сторінок');
}
