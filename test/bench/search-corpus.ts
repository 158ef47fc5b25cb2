import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsOf } from '../../pipeline/filing/words.js';
import type { EntryState } from '../../pipeline/model/act.js';
import { type LocalDate, parseLocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { DraftContent } from '../../pipeline/model/draft.js';
import type { KnownEntry } from '../../pipeline/model/ports.js';
import { DEFAULT_LIMITS } from '../../pipeline/office/default-limits.js';
import { readerWithin } from '../../pipeline/wiring/judges.js';
import { seeded } from './seeded.js';

/** Acts made of the words of the fixtures; the same every time, and each by itself. */
export interface Corpus {
  entry(index: number): KnownEntry & { readonly text: string };
  /** Family names that stand in an act, the more frequent ones first. */
  namesIn(index: number): readonly string[];
}

const FOLDERS = ['fixtures/samples', 'fixtures/kinds/decision'];
const FIRST_YEAR = 2001;
const ACTS_A_YEAR = 5000;
/** Pieces of running text in an act, and words in each: about the words of a decision of two pages. */
const [PIECES, PIECE_WORDS] = [36, 8];
const NAMES_AN_ACT = 4;

/** What stands in every decision. */
const OPENING = 'Відповідно до Закону України «Про місцеве самоврядування в Україні» виконавчий комітет міської ради вирішив';
const CLOSING = 'Контроль за виконанням цього рішення покласти на заступника міського голови';

/** Reads the fixtures. Words follow one another as they do there, so they are as frequent as there; names are as unequal as in life (Zipf). */
export async function readCorpus(): Promise<Corpus> {
  const drafts = await readDrafts();
  const titles = drafts.map(({ title }) => title ?? '');
  const stream = drafts.flatMap((content) => wordsOf(content).split(/\s+/u));
  const randomOf = (index: number): (() => number) => seeded(index * 2 + 1);
  const namesIn = (index: number): string[] => {
    const random = randomOf(index);
    const ranks = Array.from({ length: NAMES_AN_ACT }, () => Math.floor(NAMES ** random()) - 1);
    return ranks.sort((a, b) => a - b).map(nameOf);
  };
  return {
    namesIn,
    entry(index) {
      const random = seeded(index * 2);
      const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
      const pieces = Array.from({ length: PIECES }, () => {
        const from = Math.floor(random() * (stream.length - PIECE_WORDS));
        return stream.slice(from, from + PIECE_WORDS).join(' ');
      });
      const [year, ordinal] = [FIRST_YEAR + Math.floor(index / ACTS_A_YEAR), (index % ACTS_A_YEAR) + 1];
      const names = namesIn(index);
      const title = `${one(titles)} (${names.at(-1)}, вул. ${nameOf(Math.floor(random() * NAMES))}, ${Math.floor(random() * 200) + 1})`;
      return {
        registration: {
          series: 'decision',
          year,
          ordinal,
          number: String(ordinal),
          date: dateOf(year, ordinal),
          registeredAt: `${year}-12-31T12:00:00.000Z`,
        },
        ...{ kind: 'decision', title, id: null, drop: sha256(`bench ${index}`), state: 'filed' satisfies EntryState },
        ...{ issuer: 'committee' as const, delegated: false, effects: [], imported: false },
        path: `archive/${year}/decision/${ordinal}`,
        text: [title, OPENING, ...pieces, ...names, `${Math.floor(random() * 1e7)} грн`, CLOSING].join(' '),
      };
    },
  };
}

async function readDrafts(): Promise<DraftContent[]> {
  const { read } = readerWithin(DEFAULT_LIMITS);
  const contents: DraftContent[] = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const name of entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort()) {
      const outcome = await read({ name, bytes: await readFile(join(folder, name)) });
      if (!outcome.readable) throw new Error(`${name} cannot be read`);
      contents.push(outcome.draft.content);
    }
  }
  return contents;
}

function dateOf(year: number, ordinal: number): LocalDate {
  const day = new Date(Date.UTC(year, 0, 1 + Math.floor((ordinal * 360) / ACTS_A_YEAR))).toISOString().slice(0, 10);
  const date = parseLocalDate(day);
  if (date === undefined) throw new Error(day);
  return date;
}

const BEGINNINGS =
  'Вишн Берез Калин Черемш Дубр Яблун Горобц Соколи Медвед Вовч Лис Зайч Стеблі Тополь Ковал Мельн Гончар Бондар Кравц Ткач Шевц Римар Пекар Скляр Маляр Грабар Столяр Козач Гетьм Сотн Полковн Чум Рибач Пасіч Садівн Степ Луг Озер Річ Круч'.split(
    ' ',
  );
const MIDDLES = 'ев ан ов ич ин ат ел ор ул ям ет он ар ід ус аг ок им ег ел ів уп яр еш ож'.split(' ');
/** All of them are declined as adjectives, so that each name has forms. */
const ENDS =
  'ський цький зький енський анський инський івський ецький ацький овський ирський ольський емський ушський ятський ібський удський ефський ильський орський'.split(
    ' ',
  );
const NAMES = BEGINNINGS.length * MIDDLES.length * ENDS.length;

function nameOf(rank: number): string {
  const [beginning, middle, end] = [
    BEGINNINGS[rank % BEGINNINGS.length],
    MIDDLES[Math.floor(rank / BEGINNINGS.length) % MIDDLES.length],
    ENDS[Math.floor(rank / BEGINNINGS.length / MIDDLES.length) % ENDS.length],
  ];
  return `${beginning}${middle}${end}`;
}
