import type { LocalDate } from '../model/date.js';
import type { ContractType, EssentialTermNorm } from '../model/norms.js';

/** The Commercial Code lost force on 28 August 2025 (Law № 4196-IX); what it asked, it asks of contracts concluded before. */
const COMMERCIAL_CODE_ENDED = '2025-08-27' as LocalDate;

type Entry = readonly [term: string, name: string, source: string, more?: Partial<EssentialTermNorm>];

/** Terms whose law was not read for this list: for the office's lawyer to hold against the law in force. */
function known(...entries: readonly Entry[]): readonly EssentialTermNorm[] {
  return entries.map(([term, name, source, more = {}]) => ({ term, name, source, mark: 'known', ...more }));
}

/** Terms whose law was read. */
function read(...entries: readonly Entry[]): readonly EssentialTermNorm[] {
  return known(...entries).map((norm) => ({ ...norm, mark: 'read' }));
}

const CIVIL = 'Цивільний кодекс України, ст.';
const LEASE = 'Закон України «Про оренду державного та комунального майна» від 03.10.2019 № 157-IX, ст.';
const COOPERATION = 'Закон України «Про співробітництво територіальних громад» від 17.06.2014 № 1508-VII, ст.';

/** What Commercial Code, art. 180 part 3 asked of every contract of business, beside its subject. */
const COMMERCIAL = known(
  ['price', 'ціна', 'Господарський кодекс України, ч. 3 ст. 180', { field: 'amount', to: COMMERCIAL_CODE_ENDED }],
  ['term', 'строк дії', 'Господарський кодекс України, ч. 3 ст. 180', { field: 'term', to: COMMERCIAL_CODE_ENDED }],
);

/**
 * Types of contracts that a council makes and the terms that the law wants of each. What is marked `known` is from general knowledge only; an office whose
 * lawyer has read more puts its own list in its settings.
 */
export const CONTRACT_TYPES: Readonly<Record<string, ContractType>> = {
  lease: {
    name: 'оренда комунального майна',
    essential: known(
      ['object', 'обʼєкт оренди', `${CIVIL} 760; ${LEASE} 16`],
      ['value', 'вартість обʼєкта оренди', `${LEASE} 16`],
      ['purpose', 'цільове використання майна', `${LEASE} 16`],
      ['price', 'орендна плата', `${LEASE} 17; ${CIVIL} 762`],
      ['indexation', 'порядок перерахунку орендної плати', `${LEASE} 17`],
      ['term', 'строк оренди', `${LEASE} 16; ${CIVIL} 763`, { field: 'term' }],
      ['insurance', 'страхування взятого в оренду майна', `${LEASE} 20`],
    ),
  },
  hire: {
    name: 'найм (оренда) майна, що не є комунальним',
    essential: known(
      ['object', 'предмет найму', `${CIVIL} 760`],
      ['price', 'плата за користування майном', `${CIVIL} 762`],
      ['term', 'строк найму', 'Господарський кодекс України, ст. 284', { field: 'term', to: COMMERCIAL_CODE_ENDED }],
    ),
  },
  loan: {
    name: 'позичка',
    essential: known(['object', 'майно, що передають у безоплатне користування', `${CIVIL} 827, 829`]),
  },
  supply: {
    name: 'поставка',
    essential: [
      ...known(
        ['object', 'товар', `${CIVIL} 656, 712`],
        ['quantity', 'кількість товару', `${CIVIL} 669, 712`],
        ['delivery', 'строк (строки) поставки', `${CIVIL} 712`],
      ),
      ...COMMERCIAL,
    ],
  },
  sale: {
    name: 'купівля-продаж',
    essential: known(
      ['object', 'товар (майно), що продають', `${CIVIL} 655, 656`],
      ['price', 'ціна', `${CIVIL} 632, 691`, { field: 'amount' }],
    ),
  },
  works: {
    name: 'підряд',
    essential: [
      ...known(['object', 'робота, яку треба виконати', `${CIVIL} 837`], ['deadline', 'строки виконання роботи', `${CIVIL} 846`]),
      ...COMMERCIAL,
    ],
  },
  services: {
    name: 'надання послуг',
    essential: [
      ...known(['object', 'послуга', `${CIVIL} 901`], ['payment', 'плата за послуги, строки і порядок її внесення', `${CIVIL} 903`]),
      ...COMMERCIAL,
    ],
  },
  storage: {
    name: 'зберігання',
    essential: known(
      ['object', 'річ, яку передають на зберігання', `${CIVIL} 936`],
      ['term', 'строк зберігання', `${CIVIL} 938`, { field: 'term' }],
    ),
  },
  insurance: {
    name: 'страхування',
    essential: known(
      ['object', 'предмет договору страхування', `${CIVIL} 980, 982`],
      ['risk', 'страховий випадок', `${CIVIL} 982`],
      ['sum', 'страхова сума', `${CIVIL} 982`],
      ['price', 'розмір страхового платежу', `${CIVIL} 982`],
      ['payment', 'строки сплати страхового платежу', `${CIVIL} 982`],
      ['term', 'строк договору', `${CIVIL} 982`, { field: 'term' }],
    ),
  },
  donation: {
    name: 'пожертва',
    essential: known(['object', 'дарунок', `${CIVIL} 718, 729`], ['purpose', 'мета, для якої зроблено пожертву', `${CIVIL} 729, 730`]),
  },
  grant: {
    name: 'грант',
    essential: known(
      ['object', 'на що надано грант', `${CIVIL} 638`],
      ['price', 'сума гранту', `${CIVIL} 638`, { field: 'amount' }],
      ['purpose', 'мета гранту', `${CIVIL} 638, 730`],
      ['reporting', 'звітування про використання гранту', `${CIVIL} 638, 730`],
    ),
  },
  cooperation: {
    name: 'співробітництво територіальних громад',
    essential: read(
      ['object', 'предмет договору відповідно до форми співробітництва', `${COOPERATION} 1, 4, 9`],
      ['activities', 'зобовʼязання сторін: що вони роблять спільно', `${COOPERATION} 1`],
      ['price', 'джерела та обсяги фінансування', `${COOPERATION} 1`],
      ['liability', 'відповідальність сторін', `${COOPERATION} 1`],
      ['reporting', 'рада, відповідальна за звіти про виконання договору', `${COOPERATION} 9`],
    ),
  },
};
