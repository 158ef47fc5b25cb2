import { toDigitalStyle } from '../model/date.js';
import type { Remark } from '../model/finding.js';
import { ruleId } from '../model/finding.js';
import { seriesOf } from '../model/office.js';
import { looksGiven, projectSeries } from '../model/project-book.js';
import type { ProjectStepKind } from '../model/project-steps.js';
import type { RegisterWorld, Rule } from '../model/rule.js';
import { excerpt } from './draft/excerpt.js';

/**
 * A draft's own `id` is unique in its series: other bytes under an `id` that has a number would be a second act of one draft. Versions of a project and the act
 * that it becomes share theirs: a version comes before the act, and is of the same body.
 */
export const uniqueId: Rule = {
  id: ruleId('T-id'),
  clause: null,
  severity: 'refuse',
  needs: 'register',
  appliesTo: () => true,
  async check({ content, source }, world) {
    const { id } = content;
    if (id === undefined) return [];
    const { kind, office, register, traits } = world;
    const entry = await register.byId(seriesOf(office, kind, { ...content, stage: 'adopted' }).id, id);
    if (entry !== undefined && entry.sha256 !== source.sha256)
      return [
        {
          at: '/id',
          message: `Під ідентифікатором (id) «${excerpt(id)}» уже зареєстровано ${kind.name} № ${entry.number} за ${entry.year} рік (${entry.path})`,
          expected: 'ідентифікатор, якого ще не було в цьому реєстрі',
          hint: 'Якщо це інший документ, змініть або приберіть поле id; зареєстрований документ удруге не реєструють.',
        },
      ];
    return traits.collegial ? ofProject(id, world) : [];
  },
};

const ADOPTED: ReadonlySet<ProjectStepKind> = new Set(['adopts', 'adopts-changed']);

/** What keeps a draft from being a version, or the adopted text, of the project of this id. */
async function ofProject(id: string, { traits, projects }: RegisterWorld): Promise<readonly Remark[]> {
  const { versions, decided } = await projects.standing(id);
  const other = versions.find(({ by }) => by.series !== projectSeries(traits.issuer));
  if (other !== undefined)
    return [
      {
        at: '/id',
        message: `Ідентифікатор (id) «${excerpt(id)}» має проєкт рішення іншого органу (${other.by.series}/${other.by.year}/${other.by.number})`,
        expected: 'проєкт і рішення одного органу або інший ідентифікатор',
        hint: 'Перевірте вид документа (kind) або змініть поле id.',
      },
    ];
  if (traits.project && decided !== null && ADOPTED.has(decided.how))
    return [
      {
        at: '/id',
        message: `Проєкт з ідентифікатором (id) «${excerpt(id)}» уже прийнято на засіданні ${toDigitalStyle(decided.date)}`,
        expected: 'прийнятий текст (stage: adopted) або проєкт з іншим ідентифікатором',
        hint: 'Після прийняття нових версій проєкту не подають: подайте прийнятий текст.',
      },
    ];
  if (traits.project && versions.length === 0 && looksGiven(id))
    return [
      {
        at: '/id',
        message: `Проєкту з ідентифікатором (id) «${excerpt(id)}» немає, а такі ідентифікатори дає лише програма`,
        expected: 'ідентифікатор поданого проєкту або власний, іншого вигляду',
        hint: 'Перевірте ідентифікатор унизу аркуша проєкту; для нового проєкту приберіть поле id.',
      },
    ];
  return [];
}
