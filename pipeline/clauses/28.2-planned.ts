import { yearOf } from '../model/date.js';
import { pointerTo, type Remark, ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';
import { unitRemarks } from './draft/unit-remarks.js';

/** An index is printed in one cell and names files: figures and letters, parted by a dash, a stroke or a point, as in `02-05`. */
const INDEX = /^[\p{L}\d]+(?:[-/.][\p{L}\d]+)*$/u;
const LONGEST_INDEX = 20;

/** R 28.2: a nomenclature plans the cases of one year, no later than the next, each with its index, which no other has, its heading and the unit that keeps it. */
export const plannedCases: Rule = {
  id: ruleId('28.2-planned'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'office',
  appliesTo: (traits) => traits.archives === 'plans',
  check({ content }, { office, kind }) {
    const remarks: Remark[] = [];
    const { year, unit, plannedCases: planned } = content;
    if (year === undefined)
      remarks.push({
        at: '/year',
        message: 'Не вказано року, на який складено номенклатуру (year)',
        expected: 'рік',
        hint: 'Додайте поле year.',
      });
    const date = kind.dateOf(content);
    if (year !== undefined && date !== undefined && year > yearOf(date) + 1)
      remarks.push({
        at: '/year',
        message: `Номенклатуру складено на ${year} рік, а підписано ${yearOf(date)} року`,
        expected: `рік не пізніше ${yearOf(date) + 1}`,
        hint: 'Номенклатуру складають щороку на наступний рік; виправте рік або дату підписання.',
      });
    if (unit !== undefined) remarks.push(...unitRemarks(unit, '/unit', 'номенклатуру якого подано', office));
    if (planned.length === 0)
      remarks.push({
        at: '/plannedCases',
        message: 'У номенклатурі немає жодної справи (plannedCases)',
        expected: 'справи',
        hint: 'Додайте справи: індекс, заголовок, підрозділ, статтю переліку, документи справи.',
      });
    const seen = new Set<string>();
    for (const [position, { index, heading, unit: keeper }] of planned.entries()) {
      const at = pointerTo('/plannedCases', position);
      if (index === undefined)
        remarks.push({
          at: `${at}/index`,
          message: 'Не вказано індексу справи (index)',
          expected: 'індекс: 02-05',
          hint: 'Індекс — позначення підрозділу та порядковий номер справи в ньому.',
        });
      else if (!INDEX.test(index) || index.length > LONGEST_INDEX)
        remarks.push({
          at: `${at}/index`,
          message: `Індекс ${excerpt(index)} записано неправильно`,
          expected: `до ${LONGEST_INDEX} цифр і літер, між якими дефіс, скісна риска або крапка: 02-05`,
          hint: 'Індекс — позначення підрозділу та порядковий номер справи в ньому.',
        });
      else if (seen.has(index))
        remarks.push({
          at: `${at}/index`,
          message: `Індекс ${excerpt(index)} уже має інша справа`,
          expected: 'індекс, якого немає в інших справ',
          hint: 'Надайте справі наступний вільний індекс.',
        });
      if (index !== undefined) seen.add(index);
      if (heading === undefined)
        remarks.push({
          at: `${at}/heading`,
          message: 'Не вказано заголовка справи (heading)',
          expected: 'заголовок',
          hint: 'Додайте заголовок справи.',
        });
      remarks.push(...unitRemarks(keeper, `${at}/unit`, 'у якому зберігається справа', office));
      if (unit !== undefined && keeper !== undefined && keeper !== unit)
        remarks.push({
          at: `${at}/unit`,
          message: `Номенклатуру складено для підрозділу «${excerpt(unit)}», а справа — підрозділу «${excerpt(keeper)}»`,
          expected: unit,
          hint: 'Приберіть справу або складіть зведену номенклатуру (без unit).',
        });
    }
    return remarks;
  },
};
