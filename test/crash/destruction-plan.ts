import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDateAt } from '../../pipeline/model/date.js';
import { closeYear } from '../../pipeline/wiring/closing.js';
import { dropInventory } from '../../pipeline/wiring/inventorying.js';
import { plainDraft, runOnce } from '../scenarios/temp-office.js';
import { type CrashPlan, crashOffice, dropInto } from './crash-plans.js';

const GENERAL = { post: 'Начальник загального відділу', name: 'Тетяна ЯВОРСЬКА' };
const ARCHIVE = { post: 'Начальник архівного відділу', name: 'Марія ДАВИДЕНКО' };
const LEGAL = { post: 'Начальник юридичного відділу', name: 'Наталія СОКІЛ' };
const LETTERS = { year: 2021, index: '02-05' };
const PLANS = { year: 2021, index: '02-06' };
const DAY = '2025-06-18';

/**
 * Two cases whose term is over may be destroyed: letters, and the nomenclature by which the year is formed. Two drops: the act that destroys them, and a hold that
 * comes too late for one of them.
 */
export const DESTROYING: CrashPlan = {
  together: 1,
  make: () => officeBeforeDestruction(),
};

/** The office of this plan, with both drops in its inbox. */
export async function officeBeforeDestruction(change?: (settings: string) => string): ReturnType<CrashPlan['make']> {
  const office = await crashOffice(change);
  const filed = async (drafts: readonly object[], count = drafts.length): Promise<void> => {
    for (const [index, draft] of drafts.entries()) await writeFile(join(office, 'inbox', `${index}.json`), JSON.stringify(draft));
    const { settled } = await runOnce(office);
    if (settled.filed !== count) throw new Error(`${count} should be filed: ${JSON.stringify(settled)}`);
  };
  const letter = JSON.parse(await readFile('fixtures/kinds/letter/vidpovid-oda.json', 'utf8')) as { readonly body: readonly object[] };
  const letters = [1, 2].map((n) => ({ ...letter, body: [...letter.body, { type: 'paragraph', text: `Примірник № ${n}.` }] }));
  await filed([nomenclature, JSON.parse(await plainDraft()) as object, ...letters]);
  await closeYear(office, 2021);
  await filed([], 3);
  const decisions = [{ year: 2021, index: '02-01', decision: 'keep' }, ...[LETTERS, PLANS].map((one) => ({ ...one, decision: 'destroy' }))];
  await filed([signed('appraisal', '2022-03-01', ARCHIVE, { members: [GENERAL], caseFiles: decisions })]);
  await dropInventory(office, { year: 2021, category: 'permanent' });
  await filed([], 1);
  const today = localDateAt(new Date(), 'Europe/Kyiv');
  const inventories = [{ series: 'inventory', date: today, number: '1' }];
  await filed([signed('appraisal', today, ARCHIVE, { members: [GENERAL], inventories })]);

  const visas = [{ role: 'archive', date: DAY, ...ARCHIVE }];
  const reason = 'Справа № 766/1 у Каховському міськрайонному суді';
  const drops = new Map([
    ['1-знищення.json', bytesOf(signed('destruction', DAY, GENERAL, { caseFiles: [LETTERS, PLANS], visas }))],
    ['2-заборона.json', bytesOf(signed('hold', DAY, LEGAL, { caseFiles: [LETTERS], reason }))],
  ]);
  await dropInto(office, drops);
  return { office, drops };
}

const signed = (kind: string, date: string, signatory: object, more: object): object => ({ kind, ...more, signing: { date }, signatory });

const nomenclature = signed('nomenclature', '2021-01-11', GENERAL, {
  year: 2021,
  plannedCases: [
    { index: '02-01', unit: 'general', article: '7-а', heading: 'Рішення виконавчого комітету', takes: [{ kind: 'decision' }] },
    { index: '02-05', unit: 'general', article: '122', heading: 'Листування', takes: [{ kind: 'letter' }] },
    { index: '02-06', unit: 'general', article: '122', heading: 'Номенклатура справ', takes: [{ kind: 'nomenclature' }] },
  ],
});

function bytesOf(draft: object): Buffer {
  return Buffer.from(JSON.stringify(draft));
}
