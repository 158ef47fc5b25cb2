import { counted } from '../language/counted.js';
import type { ContractTerms, Party } from '../model/contract.js';
import type { ContractChoice } from '../model/contract-choice.js';
import {
  type ContractOnRecord,
  type ContractState,
  currentTerms,
  type Noted,
  type RefusalFacts,
  type RegisterSpan,
} from '../model/contract-register.js';
import { type LocalDate, toDigitalStyle } from '../model/date.js';
import type { RegisterColumn } from '../model/printed-register.js';
import { amountWords, dayOf, partyDetails, partyWords, personWords, termWords } from './contract-words.js';
import { groundWords } from './examination.js';

/** The fields of R 27.10 and the marks of R 27.14 and 27.15, in their order. */
export const CONTRACT_JOURNAL: readonly RegisterColumn[] = [
  { title: '№ і дата реєстрації', share: 8 },
  { title: 'Предмет договору', share: 14 },
  { title: 'Сторони договору', share: 14 },
  { title: 'Дата укладення', share: 7.5 },
  { title: 'Строк дії', share: 9.5 },
  { title: 'Юридичні адреси сторін, банківські реквізити', share: 24 },
  { title: 'Контроль за виконанням', share: 10.5 },
  { title: 'Відмітки про зміни, припинення', share: 12.5 },
];

/** What is noted of contracts that went back (R 27.12). */
export const REFUSAL_JOURNAL: readonly RegisterColumn[] = [
  { title: '№ і дата листа', share: 10 },
  { title: 'Сторони, яким повернуто договір', share: 22 },
  { title: 'Предмет договору', share: 22 },
  { title: 'Дата укладення', share: 8 },
  { title: 'Дата надходження', share: 8 },
  { title: 'Підстави повернення', share: 30 },
];

/** The row of a contract: its terms as they are now, and what they were beside the amendment that changed them. A cell is paragraphs. */
export function contractJournalRow(contract: ContractOnRecord, state: ContractState): string[][] {
  const { row, facts, amendments, terminations, ends } = contract;
  const terms = currentTerms(
    facts,
    amendments.map((amendment) => amendment.facts),
  );
  return [
    [`№ ${row.number}`, toDigitalStyle(row.date)],
    said(terms.subject),
    named(terms.parties, partyWords),
    said(dayOf(facts.concluded)),
    said(termWords(terms.term)),
    terms.parties.flatMap(detailLines),
    terms.controllers.map(personWords),
    [
      ...amendmentMarks(contract),
      ...terminations.map(({ row: by, facts: { ground, decided, effective } }) =>
        [
          `Дію припинено достроково${effective === undefined ? '' : ` з ${toDigitalStyle(effective)}`}`,
          `відмітка № ${by.number} від ${toDigitalStyle(by.date)}`,
          ground === undefined ? '' : `${GROUNDS[ground]}${decided === undefined ? '' : ` від ${toDigitalStyle(decided)}`}`,
        ]
          .filter((part) => part !== '')
          .join('; '),
      ),
      ...(state === 'ended' ? [`Строк дії закінчився${ends === null ? '' : ` ${toDigitalStyle(ends)}`}`] : []),
      ...(state === 'void' ? ['Номер анульовано'] : []),
    ],
  ];
}

/** The row of a letter by which a contract went back. */
export function refusalJournalRow({ row, facts }: Noted<RefusalFacts>): string[][] {
  return [
    [`№ ${row.number}`, toDigitalStyle(row.date), ...(row.state === 'void' ? ['Номер анульовано'] : [])],
    [...facts.addressees],
    said(facts.subject),
    said(dayOf(facts.concluded)),
    said(dayOf(facts.received)),
    facts.grounds.map((ground, index) => (facts.grounds.length === 1 ? groundWords(ground) : `${index + 1}) ${groundWords(ground)}`)),
  ];
}

/** `Зареєстровано 12 договорів: з 12.01.2021 до 30.12.2021` */
export function contractSpanWords({ entries, first, last }: RegisterSpan): string {
  return `${inGroups(counted(entries, 'договір', 'договори', 'договорів'))}, зареєстровано ${daysWords(first, last)}`;
}

/** The same of letters by which contracts went back. */
export function refusalSpanWords({ entries, first, last }: RegisterSpan): string {
  return `${inGroups(counted(entries, 'лист', 'листи', 'листів'))} ${daysWords(first, last)}`;
}

/** `10 000 договорів` */
function inGroups(words: string): string {
  return words.replace(/^\d{5,}/, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0'));
}

/** What was chosen of a register, so that nobody takes a part for the whole. */
export function choiceWords({ state, endingDays, controller, counterparty }: ContractChoice): string {
  return [
    state === undefined ? '' : `стан — ${STATE_WORDS[state] ?? state}`,
    endingDays === undefined ? '' : `строк дії закінчується протягом ${counted(endingDays, 'дня', 'днів', 'днів')}`,
    controller === undefined ? '' : `контроль — ${controller}`,
    counterparty === undefined ? '' : `сторона — ${counterparty}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

const STATE_WORDS: { readonly [State in ContractState]?: string } = {
  registered: 'зареєстровано',
  'awaiting-signature': 'картка очікує підпису',
  amended: 'зі змінами',
  ended: 'строк дії закінчився',
  terminated: 'припинено достроково',
  void: 'номер анульовано',
};

function daysWords(first: LocalDate, last: LocalDate): string {
  return first === last ? toDigitalStyle(first) : `з ${toDigitalStyle(first)} до ${toDigitalStyle(last)}`;
}

const GROUNDS = { consent: 'за взаємною згодою сторін', court: 'на підставі рішення суду' } as const;

function said(words: string | undefined): string[] {
  return words === undefined || words === '' ? [] : [words];
}

/** A paragraph a party, each under what it is called in the contract. */
function named(parties: readonly Party[], words: (party: Party) => string): string[] {
  return parties.map((party, index) => `${party.role ?? `Сторона ${index + 1}`}: ${words(party)}`);
}

/** Address and account, a paragraph each (R 27.10.5). */
function detailLines(party: Party, index: number): string[] {
  const { role = `Сторона ${index + 1}` } = party;
  const account = partyDetails({ ...party, address: undefined });
  return party.address === undefined ? [`${role}: ${account}`] : [`${role}: ${party.address}`, ...said(account)];
}

/** Each amendment with what it changed, and what was noted before it. */
function amendmentMarks({ facts, amendments }: ContractOnRecord): string[] {
  let before: ContractTerms = facts;
  return amendments.map(({ row, facts: { newTerms } }) => {
    const after = newTerms === undefined ? before : currentTerms(before, [{ newTerms }]);
    const changed = CHANGING.filter(({ words }) => words(before) !== words(after)).map(
      ({ name, words, isOnlyHere = false }) =>
        `${name}${isOnlyHere ? ` — ${words(after)}` : ''}${words(before) === '' ? '' : ` (було: ${words(before)})`}`,
    );
    before = after;
    return `Додаткова угода № ${row.number} від ${toDigitalStyle(row.date)}${changed.length === 0 ? '' : `: ${changed.join('; ')}`}`;
  });
}

/** The sum has no column of its own, so its new value stands here, too. */
const CHANGING: readonly { readonly name: string; readonly words: (terms: ContractTerms) => string; readonly isOnlyHere?: true }[] = [
  { name: 'предмет', words: ({ subject }) => subject ?? '' },
  { name: 'сторони', words: ({ parties }) => parties.map((party) => `${partyWords(party)}, ${partyDetails(party)}`).join('; ') },
  { name: 'строк дії', words: ({ term }) => termWords(term) },
  { name: 'сума', words: ({ amount }) => amountWords({ value: amount?.value }), isOnlyHere: true },
  { name: 'контроль', words: ({ controllers }) => controllers.map(personWords).join('; ') },
];
