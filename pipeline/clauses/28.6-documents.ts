import type { CaseDocument } from '../model/archive-card.js';
import { closedDocuments } from '../model/closing.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { called } from './draft/changed-acts.js';

/** R 28.6, 28.7: the internal inventory of a case that is finished in full lists every document of it with its sheets; others have none. */
export const documentsListed: Rule = {
  id: ruleId('28.6-documents'),
  clause: '28.6',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'closes',
  async check({ content }, { archive }) {
    const known = await knownCases(content, { archive });
    const files = new Set(known.map(({ file }) => file));
    const right = [...files].flatMap(closedDocuments);
    const said = content.documents;
    const hint = 'Складіть документ знову: regesta close.';
    const position = right.findIndex((document, index) => !isSame(document, said[index]));
    if (position >= 0) {
      const { number, date, from, to } = right[position] as CaseDocument;
      const sheets = from === undefined ? 'без аркушів' : `арк. ${from}–${to}`;
      const remark: Remark = {
        at: said[position] === undefined ? '/documents' : pointerTo('/documents', position),
        message: `Внутрішній опис: на цьому місці у справі документ ${called({ number, date })}, ${sheets}`,
        expected: `усі документи справи за порядком (${right.length})`,
        hint,
      };
      return [remark];
    }
    if (said.length <= right.length) return [];
    return [
      {
        at: pointerTo('/documents', right.length),
        message: 'Внутрішній опис називає більше документів, ніж є у справі',
        expected: `${right.length} документів`,
        hint,
      },
    ];
  },
};

function isSame(one: CaseDocument, other: CaseDocument | undefined): boolean {
  return (
    other !== undefined &&
    one.number === other.number &&
    one.date === other.date &&
    one.from === other.from &&
    one.to === other.to &&
    (one.volume ?? 1) === (other.volume ?? 1)
  );
}
