import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { doubtfulBases, type LegalBasis } from '../model/legal-basis.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { isSameAct } from './references/act-name.js';
import { type Ground, groundsOf } from './references/grounds.js';
import { normKey } from './references/norm.js';
import { actNamed, normsNamed } from './references/references.js';

/** A norm whose number was never compared with the text of its act, or that does not hold on the day of the draft, is told to the clerk. */
export const doubtfulBasis: Rule = {
  id: ruleId('T-basis'),
  clause: null,
  severity: 'warn',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }, { kind, norms }) {
    const date = kind.dateOf(content);
    const { acts } = groundsOf(content);
    for (const basis of doubtfulBases(norms.legalBases, date)) {
      const at = acts.map((ground) => placeOf(ground, basis)).find((place) => place !== undefined);
      if (at !== undefined) yield remark(at, basis);
    }
  },
};

/** Where a draft names a basis: the norm itself, or the act, of which the basis names no norm. */
function placeOf(ground: Ground, { act, norm }: LegalBasis): string | undefined {
  if (!isSameAct(ground.act, actNamed(act))) return undefined;
  if (norm === undefined) return ground.inBasis ?? ground.inText;
  return normsNamed(norm)
    .map((named) => (ground.basisNorms.get(normKey(named)) ?? ground.textNorms.get(normKey(named)))?.at)
    .find((at) => at !== undefined);
}

function remark(at: string, { act, norm, mark, source, from, to }: LegalBasis): Remark {
  const name = excerpt(norm === undefined ? act : `${norm}, ${act}`, 200);
  if (mark === 'known')
    return {
      at,
      message: `Підставу не звірено з текстом акта: ${name}`,
      expected: 'норма, звірена з чинним текстом акта',
      hint: `Звірте номер норми з чинним текстом акта (джерело в програмі: ${source}).`,
    };
  return {
    at,
    message: `Підстава на дату документа не діє: ${name}`,
    expected: [
      ...(from === undefined ? [] : [`не раніше ${toDigitalStyle(from)}`]),
      ...(to === undefined ? [] : [`не пізніше ${toDigitalStyle(to)}`]),
    ].join(', '),
    hint: `Назвіть норму, чинну на дату документа (джерело: ${source}).`,
  };
}
