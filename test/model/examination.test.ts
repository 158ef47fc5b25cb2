import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../../pipeline/model/date.js';
import type { Digest } from '../../pipeline/model/digest.js';
import { type ExaminationStep, type StepKind, standingAfter } from '../../pipeline/model/examination.js';

const day = (text: string) => parseLocalDate(text) as NonNullable<ReturnType<typeof parseLocalDate>>;
const step = (how: StepKind, date: string): ExaminationStep => ({
  how,
  date: day(date),
  contract: '1'.repeat(64) as Digest,
  signatory: {},
  grounds: [],
});
const stands = (...steps: readonly ExaminationStep[]) => standingAfter(day('2021-03-01'), steps);

describe('the clock of an examination (R 27.7, 27.9)', () => {
  it('runs from the day of receipt', () => {
    expect(stands()).toEqual({ state: 'waiting', since: '2021-03-01' });
  });

  it('stops when materials are asked for, and runs anew from the day on which they come', () => {
    expect(stands(step('ask', '2021-03-04'))).toEqual({ state: 'asked', since: '2021-03-01' });
    expect(stands(step('ask', '2021-03-04'), step('supply', '2021-03-09'))).toEqual({ state: 'waiting', since: '2021-03-09' });
  });

  it('does not stop again when the letter that asks is registered after what it asks for has come', () => {
    const steps = [step('ask', '2021-03-04'), step('supply', '2021-03-04'), step('ask', '2021-03-04')];
    expect(stands(...steps)).toEqual({ state: 'waiting', since: '2021-03-04' });
  });

  it('stops again when more is asked for on another day', () => {
    const steps = [step('ask', '2021-03-04'), step('supply', '2021-03-09'), step('ask', '2021-03-10')];
    expect(stands(...steps).state).toBe('asked');
  });
});
