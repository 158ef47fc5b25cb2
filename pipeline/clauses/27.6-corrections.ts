import { ruleId } from '../model/finding.js';
import type { MeasuredOriginal } from '../model/original.js';
import type { Rule } from '../model/rule.js';
import { PAPER, sheetName } from './draft/paper-remarks.js';

const WHAT: Readonly<Record<MeasuredOriginal['corrections'][number]['what'], string>> = {
  inserted: 'У договорі є вставлений текст, який не прийнято',
  deleted: 'У договорі є вилучений текст, який не прийнято',
  moved: 'У договорі є переміщений текст, який не прийнято',
  reformatted: 'У договорі є зміна оформлення, яку не прийнято',
  comment: 'У договорі є примітка',
  strikeout: 'У договорі текст закреслено',
  annotation: 'На сторінці договору є позначка або примітка',
};

/** The first few show what to look for. */
const MOST_SHOWN = 10;

/** R 27.6: nothing is corrected: no tracked changes, no comments, no notes on the pages. */
export const paperCorrections: Rule = {
  id: ruleId('27.6-corrections'),
  clause: '27.6',
  severity: 'refuse',
  needs: 'original',
  appliesTo: (traits) => traits.agreement !== undefined,
  *check(_draft, { original }) {
    const { corrections } = original;
    for (const { sheet, what, text } of corrections.slice(0, MOST_SHOWN))
      yield {
        at: PAPER,
        message: `${WHAT[what]}${sheetName(original, sheet)}${text === '' ? '' : `: «${text}»`}`,
        expected: 'договір без виправлень',
        hint: 'Прийміть або відхиліть усі зміни, вилучіть примітки та збережіть договір начисто.',
      };
    if (corrections.length > MOST_SHOWN)
      yield {
        at: PAPER,
        message: `Виправлень і приміток у договорі всього ${corrections.length}`,
        expected: 'договір без виправлень',
        hint: 'Прийміть або відхиліть усі зміни, вилучіть примітки та збережіть договір начисто.',
      };
  },
};
