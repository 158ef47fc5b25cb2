import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { hasPhrase, stemsOf } from './draft/stems.js';
import { allTexts } from './draft/texts.js';

const [REGULATIONS = '', COMMISSION = ''] = stemsOf('положення комісію');

/** R 22.3: who founds a standing commission approves its regulations. */
export const commissionRegulations: Rule = {
  id: ruleId('22.3-regulations'),
  clause: '22.3',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    const { commission } = content;
    if (commission === undefined || commission.order !== undefined || !commission.standing) return;
    const lines = Array.from(allTexts(content)).filter(({ at }) => /^\/operative\/|^\/annexes\/\d+\/title$/u.test(at));
    if (lines.some(({ text }) => speaksOfRegulations(stemsOf(text)))) return;
    yield {
      at: '/commission/standing',
      message: 'Комісію утворюють на тривалий час, але положення про неї документ не затверджує',
      expected: 'положення про комісію в додатку або пункт, що називає його',
      hint: 'Додайте положення про комісію додатком або вкажіть у тексті, яким документом його затверджено.',
    };
  },
};

/** `Положення про постійну комісію`. */
function speaksOfRegulations(stems: readonly string[]): boolean {
  const at = stems.indexOf(REGULATIONS);
  return at >= 0 && hasPhrase([COMMISSION], stems.slice(at));
}
