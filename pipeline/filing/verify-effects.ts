import { type EffectKind, isUnfiled, nameOf, type RegisteredEffect, stateAfter } from '../model/effect.js';
import type { EntryState } from '../model/entry-state.js';
import type { Problem, RegisterRow } from '../model/ports.js';
import type { ArchiveRecord } from './record.js';

/** Holds what the register says acts do to each other against records and states. */
export interface EffectLedger {
  /** An act's record and the register say the same of what it does to others. */
  problemsOf(path: string, record: ArchiveRecord): Problem[];
  /** Every act has the state that others made of it; `decided` tells by name what meetings made of projects. */
  stateProblems(rows: readonly RegisterRow[], decided: ReadonlyMap<string, EntryState>): Problem[];
}

export function effectLedger(effects: readonly RegisteredEffect[]): EffectLedger {
  const done = new Map<string, string[]>();
  const suffered = new Map<string, EffectKind[]>();
  for (const { by, on, how } of effects) {
    done.set(nameOf(by), [...(done.get(nameOf(by)) ?? []), `${how} ${nameOf(on)}`]);
    if (by.state !== 'void') suffered.set(nameOf(on), [...(suffered.get(nameOf(on)) ?? []), how]);
  }
  return {
    problemsOf(path, record) {
      const said = (record.effects ?? []).map((effect) => `${effect.how} ${nameOf(effect)}`);
      if (said.join('\n') === (done.get(nameOf(record)) ?? []).join('\n')) return [];
      return [{ code: 'register-differs', path, message: 'register and record differ in what the act does to others' }];
    },
    stateProblems: (rows, decided) =>
      rows
        .filter((row) => !isUnfiled(row.state) && row.state !== 'destroyed')
        .map((row) => ({ row, state: stateAfter(suffered.get(nameOf(row)) ?? []) }))
        .map(({ row, state }) => ({ row, state: state === 'filed' ? (decided.get(nameOf(row)) ?? state) : state }))
        .filter(({ row, state }) => row.state !== state)
        .map(({ row: { path, state: said }, state }) => ({
          code: 'state-differs',
          path,
          message: `the register says ${said}; by what other acts did to it, it is ${state}`,
        })),
  };
}
