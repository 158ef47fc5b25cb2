import { type Remark, ruleId } from '../model/finding.js';
import type { Traits } from '../model/kind.js';
import { type NamedCase, namedCases } from '../model/named-cases.js';
import type { RegisterWorld, Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';
import { factRemarks } from './draft/fact-remarks.js';

const HINT = 'Вкажіть рік (year) та індекс справи (index) за номенклатурою справ цього року.';

/** R 28.2, 28.9: cases are those of the approved nomenclature, and hold what was filed: a document about cases names some of them, and says nothing else of them than they hold. One that holds nothing was not formed, and is not closed. */
export const casesNamed: Rule = {
  id: ruleId('28.2-named'),
  clause: '28.2',
  severity: 'refuse',
  needs: 'register',
  appliesTo: ({ archives }) => archives !== undefined && archives !== 'plans' && archives !== 'moves',
  async check({ content }, world) {
    const none = content.caseFiles.length === 0 && content.inventories.length === 0;
    if (none)
      return [{ at: '/caseFiles', message: 'Не названо жодної справи (caseFiles)', expected: 'справи за номенклатурою', hint: HINT }];
    const remarks: Remark[] = [];
    for (const named of await namedCases(content, world)) remarks.push(...(await remarksOn(named, world)));
    return remarks;
  },
};

async function remarksOn({ at, mention, year, file, volumes }: NamedCase, { archive, traits }: RegisterWorld): Promise<readonly Remark[]> {
  const hint = HINT;
  if (year === undefined) return [{ at: `${at}/year`, message: 'Не вказано року справи (year)', hint }];
  if (mention.index === undefined) return [{ at: `${at}/index`, message: 'Не вказано індексу справи (index)', hint }];
  const name = caseCalled({ mention: { ...mention, volume: undefined }, year });
  if (file === undefined)
    return [
      { at: `${at}/index`, message: `${name}: у номенклатурі такої справи немає`, expected: `справа за номенклатурою ${year} року`, hint },
    ];
  if (volumes.length > 0) return OTHERS_ASK.has(traits.archives) ? [] : factRemarks({ at, mention, year, file, volumes });
  if (file.volumes.length > 0)
    return [
      { at: `${at}/volume`, message: `${name}: тому ${mention.volume} немає`, expected: `том від 1 до ${file.volumes.length}`, hint },
    ];
  const isClosing = traits.archives === 'closes';
  const last = await archive.lastYearOf(year, mention.index);
  if (last !== year)
    // Who would close it is told by the rule on its year.
    return isClosing
      ? []
      : [{ at, message: `${name} перехідна: її документи — у справі за ${last} рік`, expected: `справа за ${last} рік`, hint }];
  return [
    {
      at,
      message: `${name}: документів у ній немає`,
      expected: 'сформована справа',
      hint: isClosing
        ? 'Справу, яку за рік не сформовано, не закривають: у підсумковій номенклатурі року (regesta close --summary) її кількість — 0.'
        : hint,
    },
  ];
}

/** Documents of which rules of their own ask what they say of a case. */
const OTHERS_ASK: ReadonlySet<Traits['archives']> = new Set<Traits['archives']>(['closes', 'lists', 'receives', 'hands-over', 'succeeds']);
