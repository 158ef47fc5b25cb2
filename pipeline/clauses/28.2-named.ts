import { ruleId } from '../model/finding.js';
import type { Traits } from '../model/kind.js';
import { namedCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';
import { factRemarks } from './draft/fact-remarks.js';

/** R 28.2, 28.9: cases are those of the approved nomenclature, and hold what was filed: a document about cases names some of them, and says nothing else of them than they hold. */
export const casesNamed: Rule = {
  id: ruleId('28.2-named'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: ({ archives }) => archives !== undefined && archives !== 'plans' && archives !== 'moves' && archives !== 'closes',
  async check({ content }, world) {
    const none = content.caseFiles.length === 0 && content.inventories.length === 0;
    const hint = 'Вкажіть рік (year) та індекс справи (index) за номенклатурою справ цього року.';
    if (none) return [{ at: '/caseFiles', message: 'Не названо жодної справи (caseFiles)', expected: 'справи за номенклатурою', hint }];
    return (await namedCases(content, world)).flatMap((named) => {
      const { at, mention, year, file, volumes } = named;
      if (year === undefined) return [{ at: `${at}/year`, message: 'Не вказано року справи (year)', hint }];
      if (mention.index === undefined) return [{ at: `${at}/index`, message: 'Не вказано індексу справи (index)', hint }];
      const found = `${caseCalled({ mention: { ...mention, volume: undefined }, year })}`;
      if (file === undefined)
        return [
          {
            at: `${at}/index`,
            message: `${found}: у номенклатурі такої справи немає`,
            expected: `справа за номенклатурою ${year} року`,
            hint,
          },
        ];
      if (volumes.length > 0) return OTHERS_ASK.has(world.traits.archives) ? [] : factRemarks({ ...named, year, file });
      if (file.volumes.length === 0) return [{ at, message: `${found}: документів у ній немає`, expected: 'сформована справа', hint }];
      return [
        { at: `${at}/volume`, message: `${found}: тому ${mention.volume} немає`, expected: `том від 1 до ${file.volumes.length}`, hint },
      ];
    });
  },
};

/** Documents of which rules of their own ask what they say of a case. */
const OTHERS_ASK: ReadonlySet<Traits['archives']> = new Set<Traits['archives']>(['lists', 'receives', 'hands-over', 'succeeds']);
