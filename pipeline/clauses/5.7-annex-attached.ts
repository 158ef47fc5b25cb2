import type { Annex } from '../model/draft.js';
import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { type AnnexReference, annexReferences } from './draft/annex-references.js';
import { excerpt } from './draft/excerpt.js';
import { allPoints } from './draft/points.js';

/** R 5.7: every annex that the operative part refers to is attached. */
export const annexAttached: Rule = {
  id: ruleId('5.7-annex-attached'),
  clause: '5.7',
  severity: 'refuse',
  needs: 'draft',
  appliesTo: (traits) => traits.administrative,
  *check({ content }) {
    const points = new Set(allPoints(content).map(({ point }) => point.n));
    // An annex of a point that is not there is already reported, and may be the one meant.
    const placedAnnexes = content.annexes.map((annex) => (points.has(annex.toPoint ?? '') ? annex : { ...annex, toPoint: undefined }));
    for (const reference of annexReferences(content)) {
      const { point, at } = reference.placed;
      const missing = [...new Set(reference.numbers)].filter((number) => !content.annexes.some((annex) => annex.n === number));
      for (const number of missing)
        yield {
          at: `${at}/text`,
          message: `Пункт ${excerpt(point.n)} посилається на додаток ${number}, якого немає (annexes)`,
          expected: 'усі додатки, на які є посилання',
          hint: `Додайте додаток ${number} або виправте посилання.`,
        };
      if (missing.length === 0 && speaksOfMissing(reference, placedAnnexes))
        yield {
          at: `${at}/text`,
          message: `Пункт ${excerpt(point.n)} говорить, що до нього щось додається, але такого додатка немає (annexes)`,
          expected: `додаток із полем toPoint «${excerpt(point.n)}»`,
          hint: 'Додайте додаток і вкажіть у ньому номер цього пункту (toPoint) або виправте текст пункту.',
        };
    }
  },
};

function speaksOfMissing({ placed, numbers, isAttached, isUnnumbered }: AnnexReference, annexes: readonly Annex[]): boolean {
  if (numbers.length > 0 || !(isAttached || isUnnumbered)) return false;
  const { n } = placed.point;
  const belongs = ({ toPoint }: Annex): boolean =>
    toPoint === undefined || toPoint === n || n.startsWith(`${toPoint}.`) || toPoint.startsWith(`${n}.`);
  return !annexes.some(belongs);
}
