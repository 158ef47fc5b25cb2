import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { volumeCalled } from './draft/case-called.js';
import { excerpt } from './draft/excerpt.js';

/** R 28.9: the rows of an inventory say of each volume what the case itself says: heading, dates of the first and the last document, sheets. */
export const inventoryRows: Rule = {
  id: ruleId('28.8-rows'),
  clause: '28.8',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'lists',
  async check({ content }, world) {
    return (await knownCases(content, world)).flatMap((named) => {
      const { mention, at, file, volumes } = named;
      const [one, another] = volumes;
      if (one === undefined) return [];
      if (another !== undefined)
        return [
          {
            at: `${at}/volume`,
            message: `${volumeCalled(named, one.volume)}: не вказано, який том внесено (volume)`,
            expected: 'рядок опису на кожен том',
            hint: 'Внесіть кожен том справи окремим рядком під своїм номером.',
          },
        ];
      const { volume } = one;
      const facts = [
        ['heading', 'заголовок (heading)', mention.heading, file.planned.heading],
        ['begun', 'дата першого документа (begun)', mention.begun, volume.begun],
        ['ended', 'дата останнього документа (ended)', mention.ended, volume.ended],
        ['sheets', 'кількість аркушів (sheets)', mention.sheets, volume.sheets],
      ] as const;
      return facts
        .filter(([, , said, formed]) => said !== formed)
        .map(([key, label, said, formed]) => ({
          at: `${at}/${key}`,
          message: `${volumeCalled(named, volume)}: ${label} в описі ${said === undefined ? 'не вказано' : `«${excerpt(String(said))}»`}, у справі — «${excerpt(String(formed))}»`,
          expected: String(formed),
          hint: 'Складіть опис знову: regesta inventory.',
        }));
    });
  },
};
