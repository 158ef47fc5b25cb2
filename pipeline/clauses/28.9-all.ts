import type { ArchiveView } from '../model/archive-view.js';
import { standingOf, stepsByCase, type TakenCaseStep } from '../model/case-steps.js';
import { ruleId } from '../model/finding.js';
import { knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { inventoryRemarks, namedInventories } from './draft/named-inventories.js';

/** How many cases a message names. */
const SHOWN = 10;

/** R 28.9: of every case of an inventory it is said whether it came: one that is neither named as missing or faulty nor received would be nobody's. */
export const receivedAll: Rule = {
  id: ruleId('28.9-all'),
  clause: '28.9',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'receives',
  async check({ content }, world) {
    const inventories = await namedInventories(content, world);
    if (inventories.some((inventory) => inventoryRemarks(inventory).length > 0)) return [];
    const named = new Set(
      (await knownCases(content, world)).flatMap(({ year, mention, volumes }) =>
        volumes.map(({ volume }) => `${year}/${mention.index}/${volume.n}`),
      ),
    );
    const remarks = [];
    for (const { at, act, listed } of inventories) {
      const received = await receivedOf(world.archive, listed);
      const left = listed.filter((step) => !received.has(step) && !named.has(`${step.year}/${step.index}/${step.volume ?? 1}`));
      if (left.length === 0) continue;
      const shown = left.slice(0, SHOWN).map(({ n, index }) => `№ ${n ?? ''} (${index})`);
      remarks.push({
        at,
        message: `Не сказано, чи прийнято справи опису № ${act?.row.number ?? ''}: ${shown.join(', ')}${left.length > SHOWN ? ` та ще ${left.length - SHOWN}` : ''}`,
        expected: 'усі справи опису, яких ще не прийнято: прийняті, відсутні (missing) або повернені (faults)',
        hint: 'Додайте ці справи до поля caseFiles.',
      });
    }
    return remarks;
  },
};

/** Those of the listed volumes that were received before and are not lacking. */
async function receivedOf(archive: ArchiveView, listed: readonly TakenCaseStep[]): Promise<ReadonlySet<TakenCaseStep>> {
  const received = new Set<TakenCaseStep>();
  for (const year of new Set(listed.map((step) => step.year))) {
    const byIndex = stepsByCase(await archive.steps({ year }));
    for (const step of listed) {
      if (step.year !== year) continue;
      const standing = standingOf(byIndex.get(step.index) ?? [], { ...step, volume: step.volume ?? 1 });
      if (standing.accepted !== null && standing.lacking === null) received.add(step);
    }
  }
  return received;
}
