import type { ContractFacts, NotedFacts } from '../../pipeline/model/contract-register.js';
import { addDays, type LocalDate } from '../../pipeline/model/date.js';
import { sha256 } from '../../pipeline/model/digest.js';
import type { Effect } from '../../pipeline/model/effect.js';
import type { KnownEntry } from '../../pipeline/model/ports.js';
import { seeded } from './seeded.js';

const SUBJECTS = [
  ['lease', 'Оренда нежитлового приміщення комунальної власності загальною площею 48,6 кв. м за адресою: м. Каховка, вул. Соборності, 12'],
  ['works', 'Поточний ремонт дорожнього покриття по вул. Мелітопольській від будинку № 1 до перехрестя з вул. Пушкіна'],
  ['supply', 'Постачання паперу офісного формату А4, класу «С», для потреб виконавчого комітету'],
  ['services', 'Послуги з технічного обслуговування та ремонту ліній зовнішнього освітлення міста'],
  ['grant', 'Надання фінансової підтримки громадській організації на здійснення заходів міської програми'],
  ['cooperation', 'Співпраця територіальних громад у сфері поводження з побутовими відходами'],
] as const;
const NAMES = ['Степ', 'Каховка-Буд', 'Таврійський шлях', 'Дніпро-Сервіс', 'Наш дім', 'Зелене місто', 'Південьсвітло', 'Фаворит ЛТД'];
const STREETS = ['Соборності', 'Мелітопольська', 'Панкеєвська', 'Велика Куликівська', 'Пушкіна', 'Європейська'];
const SURNAMES = ['КОВАЛЬ', 'ШЕВЧЕНКО', 'БОНДАР', 'МЕЛЬНИК', 'ТКАЧУК', 'ЛИСЕНКО'];
const BANKS = ['АТ КБ «ПриватБанк»', 'АТ «Ощадбанк»', 'Державна казначейська служба України, м. Київ'];
const PER_YEAR = 1000;
const FIRST_YEAR = 2014;

/** What an office of ten years has noted: a thousand contracts a year, every fifth of them amended, some twice, every thirtieth ended before its term. */
export function* contractEntries(contracts: number): Generator<KnownEntry> {
  const random = seeded(27);
  const numbers = new Map<string, number>();
  for (let index = 0; index < contracts; index += 1) {
    const year = FIRST_YEAR + Math.floor(index / PER_YEAR);
    const ordinal = 1 + (index % PER_YEAR);
    const date = addDays(`${year}-01-04` as LocalDate, Math.floor(((ordinal - 1) * 360) / PER_YEAR));
    const facts = contractFacts(random, date);
    yield entryOf('contract', year, ordinal, String(ordinal), date, facts, []);
    const changes = index % 5 === 0 ? (index % 25 === 0 ? 2 : 1) : 0;
    const on = (how: Effect['how']): Effect => ({ series: 'contract', year, number: String(ordinal), how, reason: null });
    for (let n = 1; n <= changes; n += 1) {
      const next = (numbers.get(`amendment/${year}`) ?? 0) + 1;
      numbers.set(`amendment/${year}`, next);
      const until = addDays(date, 365 * (n + 1));
      const newTerms = { parties: [], controllers: [], term: { until, performance: false }, amount: { value: `${12000 * n}.50` } };
      const made = { is: 'amendment', concluded: addDays(date, 60 * n), received: addDays(date, 61 * n), newTerms } as const;
      yield entryOf('amendment', year, next, `${ordinal}/${n}`, addDays(date, 62 * n), made, [on('amends')]);
    }
    if (index % 30 !== 7) continue;
    const next = (numbers.get(`termination/${year}`) ?? 0) + 1;
    numbers.set(`termination/${year}`, next);
    const decided = addDays(date, 90);
    const made = {
      is: 'termination',
      ground: index % 60 === 7 ? 'court' : 'consent',
      decided,
      received: addDays(decided, 5),
      effective: addDays(decided, 30),
    } as const;
    yield entryOf('termination', year, next, String(next), addDays(decided, 6), made, [on('terminates')]);
  }
}

function contractFacts(random: () => number, date: LocalDate): ContractFacts {
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const [contractType, subject] = of(SUBJECTS);
  const bank = () => ({ iban: `UA${digits(27)}`, name: of(BANKS), code: digits(6) });
  const concluded = addDays(date, -10);
  const length = Math.floor(random() * 1000);
  return {
    is: 'contract',
    ...{ contractType, subject, concluded, received: addDays(date, -8), effective: 'registration' },
    parties: [
      {
        ...{
          role: 'Замовник',
          name: 'Виконавчий комітет Каховської міської ради',
          type: 'legal',
          code: '00000000',
          signed: true,
          sealed: true,
        },
        ...{ address: '74800, Херсонська обл., м. Каховка, просп. Європейський, 8', bank: bank() },
      },
      {
        ...{ role: 'Виконавець', name: `ТОВ «${of(NAMES)} ${digits(2)}»`, type: 'legal', code: digits(8), signed: true, sealed: true },
        ...{ address: `74800, Херсонська обл., м. Каховка, вул. ${of(STREETS)}, ${1 + Math.floor(random() * 150)}`, bank: bank() },
      },
    ],
    term: length > 900 ? { performance: true } : { from: date, until: addDays(date, 90 + length), performance: false },
    amount: { value: `${1000 + Math.floor(random() * 900_000)}.${digits(2)}` },
    controllers: [{ post: 'Начальник відділу комунального майна', name: `Олена ${of(SURNAMES)}` }],
  };
}

function entryOf(
  kind: string,
  year: number,
  ordinal: number,
  number: string,
  date: LocalDate,
  contract: NotedFacts,
  effects: readonly Effect[],
): KnownEntry {
  const title = contract.is === 'contract' ? (contract.subject ?? '') : `Про договір № ${number}`;
  return {
    registration: { series: kind, year, ordinal, number, date, registeredAt: `${date}T09:00:00.000Z` },
    ...{ kind, title, id: null, drop: sha256(`${kind} ${year} ${ordinal}`), issuer: 'unit', delegated: false, effects, imported: false },
    ...{ contract, state: 'filed', path: `archive/${year}/${kind}/${number.replaceAll('/', '-')}`, text: title },
  };
}
