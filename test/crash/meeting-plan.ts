import { adopted, agenda, CARRIED, type Json, minutes, project, question } from '../scenarios/meeting-papers.js';
import { runOnce } from '../scenarios/temp-office.js';
import { type CrashPlan, crashOffice, dropInto } from './crash-plans.js';

const DAY = '2021-10-12';
const ROOF = project('dakh', 'Про ремонт даху школи № 1');
const YARD = project('podviria', 'Про благоустрій подвірʼя школи № 1');
const FENCE = project('parkan', 'Про ремонт паркану школи № 1');

const [firstPoint, ...otherPoints] = YARD['operative'] as Json[];
const CHANGED = [{ ...firstPoint, text: 'Затвердити доповнені заходи (додаються).' }, ...otherPoints];

/**
 * Three projects, one in two versions, stand on an agenda. Four drops: minutes that adopt one as it was, one with changes and reject one; the changed text; another
 * version of a project that is decided, which comes too late; and the same minutes in other words.
 */
export const MEETING: CrashPlan = {
  together: 4,
  async make() {
    const office = await crashOffice();
    const items = ['dakh', 'podviria', 'parkan'].map((id) => ({ projects: [id] }));
    const before = [ROOF, YARD, FENCE, { ...ROOF, note: { text: ['Дах протікає.'] } }, agenda(DAY, '2021-10-06', items)];
    await dropInto(office, new Map(before.map((one, index) => [`${index}.json`, bytesOf(one)])));
    const { settled } = await runOnce(office);
    if (settled.filed !== before.length) throw new Error(`all should be filed: ${JSON.stringify(settled)}`);
    const told = [
      question(1, ['dakh'], 'adopted'),
      question(2, ['podviria'], 'adopted-changed', { changed: ['пункт 1 викласти в новій редакції'] }),
      question(3, ['parkan'], 'rejected'),
    ];
    const drops = new Map([
      ['1-протокол.json', bytesOf(minutes(DAY, '2021-10-15', told))],
      ['2-прийняте.json', bytesOf(adopted(YARD, DAY, CARRIED, { operative: CHANGED }))],
      ['3-запізнілий.json', bytesOf({ ...FENCE, note: { text: ['Паркан похилився.'] }, title: 'План' })],
      ['4-протокол.json', bytesOf(minutes(DAY, '2021-10-14', told))],
    ]);
    await dropInto(office, drops);
    return { office, drops };
  },
};

function bytesOf(draft: Json): Buffer {
  return Buffer.from(JSON.stringify(draft));
}
