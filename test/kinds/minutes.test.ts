import { describe, expect, it } from 'vitest';
import type { Block, DraftContent } from '../../pipeline/model/draft.js';
import type { NamedProject } from '../../pipeline/model/kind.js';
import type { MeetingCard } from '../../pipeline/model/meeting-card.js';
import { question } from '../clauses/fixture-meetings.js';
import { day } from '../store/sample.js';
import { draftOf, kindOf, OFFICE, REGISTRATION } from './archive-office.js';

const MEETING: MeetingCard = {
  ...{ body: 'committee', date: day('2021-10-12'), time: '09.00', extraordinary: false, total: 30, present: 22 },
  ...{ chair: { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' }, secretary: { post: 'Керуючий справами', name: 'Богдан ТЕРЕЩУК' } },
  ...{ attended: [{ post: 'Директор КП «Водоканал»', name: 'Петро ЗРАЗОК' }], absent: [] },
};
const VOTE = { for: 20, against: 1, abstained: 1 };

function named(id: string, title: string): NamedProject {
  const speaker = { post: 'Начальник відділу освіти', name: 'Любов КОВАЛЬЧУК' };
  const version = { series: 'project', year: 2021, number: '1', date: day('2021-09-20') };
  return { id, version, draft: draftOf('decision', { title, speaker }) };
}

const PROJECTS = [named('p-a', 'Про ремонт'), named('p-b', 'Про будівництво')];

const view = (content: Partial<DraftContent>) =>
  kindOf('minutes').view(draftOf('minutes', { meeting: MEETING, ...content }), REGISTRATION, OFFICE, { projects: PROJECTS });
const said = (blocks: readonly Block[] = []): string[] =>
  blocks.flatMap((block): string[] => {
    if (block.type === 'list') return block.items.flatMap((item) => said(item));
    return 'text' in block ? [block.text] : [];
  });

describe('minutes in full', () => {
  it('say who led the meeting and who came, the order of the day, and question by question what was heard, said, voted and decided', () => {
    const item = question({
      n: '1',
      projects: ['p-a'],
      heard: ['Доповіла.'],
      spoke: ['Підтримав.'],
      vote: VOTE,
      outcome: 'adopted',
      announced: true,
    });
    const { body, title, endorsements } = view({ items: [item] });
    expect(title).toBe('засідання Виконавчий комітет Каховської міської ради');
    expect(said(body)).toEqual([
      'Головуючий: Віталій НЕМЕРЕЦЬ, міський голова.',
      'Секретар: Богдан ТЕРЕЩУК, керуючий справами.',
      'Початок засідання: 09.00.',
      ...['Присутні: 22 із 30 членів виконавчого комітету:', 'Петро ЗРАЗОК, директор КП «Водоканал»', 'Засідання правомочне.'],
      ...['ПОРЯДОК ДЕННИЙ', '1. Про ремонт.', 'Доповідач: Любов КОВАЛЬЧУК, начальник відділу освіти.'],
      ...['1. СЛУХАЛИ:', 'Про ремонт.', 'Доповідав: Любов КОВАЛЬЧУК, начальник відділу освіти.', 'Доповіла.', 'ВИСТУПИЛИ:', 'Підтримав.'],
      'Висновок юридичного відділу оголошено.',
      'ГОЛОСУВАЛИ: «за» — 20, «проти» — 1, «утрималися» — 1, «не голосували» — 0.',
      ...['ВИРІШИЛИ:', '1.1. Прийняти рішення «Про ремонт» (додається).'],
    ]);
    expect(endorsements).toEqual([{ lines: [], person: { post: 'Секретар засідання', name: 'Богдан ТЕРЕЩУК' } }]);
  });

  it('say what was changed, which alternative was declined, what failed, what was put off, and what else was resolved', () => {
    const items = [
      question({ projects: ['p-a', 'p-b'], chosen: 'p-b', vote: VOTE, outcome: 'adopted-changed', changed: ['пункт 1 вилучити'] }),
      question({ projects: ['p-a'], outcome: 'rejected', vote: { for: 3 } }),
      question({ title: 'Про інше', outcome: 'postponed', until: day('2021-11-09') }),
      question({ title: 'Про хід робіт', outcome: 'heard', resolved: ['Подати звіт.'] }),
    ];
    const words = said(view({ items }).body);
    expect(words).toEqual(
      expect.arrayContaining([
        ...['1.1. Прийняти рішення «Про будівництво» (додається) з такими змінами:', 'пункт 1 вилучити'],
        ...['1.2. Альтернативний проєкт p-a відхилити.', '2.1. Рішення «Про ремонт» не прийнято.'],
        ...['3.1. Розгляд питання відкласти до засідання 09.11.2021.', '4.1. Інформацію взяти до відома.', '4.2. Подати звіт.'],
      ]),
    );
  });

  it('do not call a meeting valid that has no quorum, and say by what ground one was closed', () => {
    const closed = { ground: 'ст. 21 Закону', for: 12 };
    const words = said(view({ meeting: { ...MEETING, present: 15, closed }, items: [] }).body);
    expect(words).not.toContain('Засідання правомочне.');
    expect(words).toContain('Засідання закрите: ст. 21 Закону; «за» — 12 із 15 присутніх.');
  });
});

describe('minutes in short', () => {
  it('say no course of the discussion', () => {
    const item = question({ projects: ['p-a'], heard: ['Доповіла.'], spoke: ['Підтримав.'], vote: VOTE, outcome: 'adopted' });
    const words = said(view({ items: [item], concise: true }).body);
    expect(words.filter((line) => /СЛУХАЛИ|ВИСТУПИЛИ|Доповіла|Підтримав/.test(line))).toEqual([]);
    expect(words).toContain('1.1. Прийняти рішення «Про ремонт» (додається).');
  });
});
