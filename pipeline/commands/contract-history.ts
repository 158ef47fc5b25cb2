import type { ContractTerm, ContractTerms, Party } from '../model/contract.js';
import { type ContractOnRecord, currentTerms, lastDay } from '../model/contract-register.js';
import { type LocalDate, toDigitalStyle } from '../model/date.js';
import type { Person } from '../model/draft.js';
import { nameOf } from '../model/effect.js';
import type { Verdict } from '../model/examination.js';

/** What a machine is told of a contract beside its row: what was registered, the terms as they are now, and everything that was done to it. */
export function historyFacts(contract: ContractOnRecord, verdict: Verdict | undefined) {
  const { facts, amendments, terminations } = contract;
  const of = ({ row: { series, year, number, date } }: Pick<ContractOnRecord, 'row'>) => ({ series, year, number, date });
  return {
    registered: facts,
    verdict: verdict?.by ?? null,
    terms: currentTerms(
      facts,
      amendments.map((amendment) => amendment.facts),
    ),
    lastDay: lastDay(contract),
    amendments: amendments.map((amendment) => ({ ...of(amendment), ...amendment.facts })),
    terminations: terminations.map((termination) => ({ ...of(termination), ...termination.facts })),
  };
}

/** A contract for a person: the terms as they are now, then how they came about. */
export function contractHistory({ row, facts, amendments, terminations }: ContractOnRecord, verdict: Verdict | undefined): string[] {
  const news = amendments.map((amendment) => amendment.facts);
  const history = amendments.flatMap(({ row: by, facts: { newTerms } }, index) => {
    const before = currentTerms(facts, news.slice(0, index));
    const after = newTerms === undefined ? before : currentTerms(before, [{ newTerms }]);
    const changed = changes(before, after);
    return [event(by.date, `amended by ${nameOf(by)}`), ...changed.map((line) => `            ${line}`)];
  });
  return [
    ...termLines(currentTerms(facts, news)).map(([name, value]) => `${name.padEnd(10)}${value}`),
    event(
      row.date,
      `registered${verdict === undefined ? '' : ` by ${nameOf(verdict.by)}`}${facts.concluded === undefined ? '' : `, concluded ${toDigitalStyle(facts.concluded)}`}`,
    ),
    ...history,
    ...terminations.map(({ row: by, facts: { ground, decided, effective } }) =>
      event(
        by.date,
        `ended before its term by ${nameOf(by)}${ground === undefined ? '' : `, by ${ground === 'court' ? 'a judgment' : 'consent'}`}${
          decided === undefined ? '' : ` of ${toDigitalStyle(decided)}`
        }${effective === undefined ? '' : `, from ${toDigitalStyle(effective)} on`}`,
      ),
    ),
  ];
}

function event(day: LocalDate, words: string): string {
  return `history   ${toDigitalStyle(day)}   ${words}`;
}

function changes(before: ContractTerms, after: ContractTerms): string[] {
  const [old, made] = [termLines(before), termLines(after)];
  const lines = (terms: typeof old, name: string): string => terms.flatMap(([of, value]) => (of === name ? [value] : [])).join('; ');
  return [...new Set([...old, ...made].map(([name]) => name))]
    .filter((name) => lines(old, name) !== lines(made, name))
    .map((name) => `${name}: ${lines(old, name)} → ${lines(made, name)}`);
}

function termLines({ subject, parties, term, amount, controllers }: ContractTerms): (readonly [name: string, value: string])[] {
  return [
    ...(subject === undefined ? [] : [['subject', subject] as const]),
    ...parties.map((party) => ['party', partyLine(party)] as const),
    ...(term === undefined ? [] : [['term', termLine(term)] as const]),
    ...(amount?.value === undefined ? [] : [['amount', `${amount.value} UAH`] as const]),
    ...controllers.map((person) => ['control', personLine(person)] as const),
  ];
}

function partyLine({ role, name, code, address, bank }: Party): string {
  return [`${role === undefined ? '' : `${role}: `}${name ?? ''}`, code, address, bank?.iban, bank?.name].filter(Boolean).join(', ');
}

function termLine({ from, until, period, performance }: ContractTerm): string {
  return [
    from === undefined ? '' : `from ${toDigitalStyle(from)}`,
    until === undefined ? '' : `to ${toDigitalStyle(until)}`,
    period === undefined ? '' : `for ${period.count ?? ''} ${period.unit ?? ''}`,
    performance ? 'till it is performed' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function personLine({ name, post }: Person): string {
  return [name, post].filter((part) => part !== undefined).join(', ');
}
