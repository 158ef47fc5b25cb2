import { describe, expect, it } from 'vitest';
import { agenda } from '../../pipeline/kinds/agenda.js';
import type { Block, Draft, DraftContent, Visa } from '../../pipeline/model/draft.js';
import type { NamedProject } from '../../pipeline/model/kind.js';
import { day, OFFICE } from '../clauses/fixture-office.js';
import { draftIn } from '../clauses/samples-on-record.js';

const AGENDA = await draftIn(OFFICE, new URL('../../fixtures/clauses/4.8-meeting/pass-whole.json', import.meta.url));
const PROJECT = await draftIn(OFFICE, new URL('../../fixtures/kinds/decision/proiekt-opalennia.json', import.meta.url));
const REGISTRATION = { series: 'agenda', year: 2021, ordinal: 3, number: '3', date: day('2021-10-05'), registeredAt: '' };

function project(id: string, change: Partial<DraftContent> = {}): NamedProject {
  const version = { series: 'project', year: 2021, number: '1', date: day('2021-09-06') };
  return { id, version, draft: { ...PROJECT, content: { ...PROJECT.content, ...change } } };
}

function printed(change: Partial<DraftContent>, projects: readonly NamedProject[]) {
  const draft: Draft = { ...AGENDA, content: { ...AGENDA.content, ...change } };
  return agenda.view(draft, REGISTRATION, OFFICE, { projects });
}

const wordsOf = (blocks: readonly Block[] = []): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading'
      ? [block.text]
      : block.type === 'table'
        ? block.rows.map((row) => row.join(' | '))
        : [],
  );

function question(...projects: readonly string[]): DraftContent['items'] {
  const [first] = AGENDA.content.items;
  if (first === undefined) throw new Error('the fixture has a question');
  return [{ ...first, projects }];
}

const OBJECTION: Visa = {
  role: 'legal',
  post: 'Начальник юридичного відділу',
  name: 'Наталія СОКІЛ',
  objection: { text: ['Суперечить ст. 59.'] },
};

describe('an agenda', () => {
  it('tells of each question its title, its speaker and the project', () => {
    const words = wordsOf(printed({ items: question('tysk') }, [project('tysk')]).body);
    expect(words).toContain('1. Про підготовку господарства міста до опалювального сезону 2021–2022 років.');
    expect(words).toContain('Доповідач: Іван ЗРАЗОК, начальник управління житлово-комунального господарства.');
    expect(words).toContain('Проєкт tysk, поданий 06.09.2021.');
  });

  it('sets alternatives side by side, each with its speaker and what is said against it', () => {
    const body = printed({ items: question('one', 'two') }, [
      project('one'),
      project('two', { title: 'Про інше', visas: [OBJECTION] }),
    ]).body;
    const table = body?.find((block) => block.type === 'table');
    expect(table).toMatchObject({ head: [['Альтернатива 1', 'Альтернатива 2']] });
    expect(table?.rows[0]).toEqual([PROJECT.content.title, 'Про інше']);
    expect(table?.rows.at(-1)).toEqual(['', expect.stringContaining('його оголошують на засіданні')]);
  });

  it('flags an opinion against a project and what is urgent, with its ground and leave', () => {
    const urgent = { ground: 'аварія на водогоні', leaveBy: 'міський голова' };
    const items = question('tysk').map((item) => ({ ...item, urgent: true }));
    const words = wordsOf(printed({ items }, [project('tysk', { urgent, visas: [OBJECTION] })]).body).join(' ');
    expect(words).toContain('ТЕРМІНОВО. Обґрунтування: аварія на водогоні. Дозвіл: міський голова.');
    expect(words).toContain('УВАГА: є висновок юридичного відділу із зауваженнями (Наталія СОКІЛ, начальник юридичного відділу)');
  });

  it('invites whom the regulation invites to every meeting, and each of the lists of its projects once', () => {
    const items = [...question('one'), ...question('two').map((item) => ({ ...item, n: '2' }))];
    const words = wordsOf(printed({ items }, [project('one'), project('two')]).body);
    expect(words).toContain('представники засобів масової інформації | усі');
    expect(words).toContain('Наталія СОКІЛ, начальник юридичного відділу | усі');
    expect(words).toContain('Василь КОТЛЯР, директор КП «Тепломережі» | 1, 2');
    const meeting = AGENDA.content.meeting && ({ ...AGENDA.content.meeting, body: 'council' } as const);
    expect(wordsOf(printed({ items, meeting }, []).body).join(' ')).not.toContain('засобів масової інформації');
  });

  it('says who has agreed to it, and when', () => {
    expect(printed({}, []).endorsements).toEqual([
      { lines: ['ПОГОДЖЕНО', '04.10.2021'], person: { post: AGENDA.content.visas[0]?.post, name: 'Андрій ЛОЗОВИЙ' } },
    ]);
  });
});
