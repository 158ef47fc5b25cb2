import { rules } from '../clauses/index.js';
import { reading } from '../intake/reading.js';
import { kinds } from '../kinds/index.js';
import type { IntakeLimits } from '../model/office.js';
import { normsOn } from '../norms/norms.js';
import type { Judges } from '../validation/validation.js';
import { calendarOf } from './calendar.js';
import { systemClock } from './clock.js';

/** What every draft is judged by, and the reader of all kinds. */
export const judges: Judges = { kinds, rules, norms: normsOn, calendar: calendarOf, clock: systemClock };

export const readerWithin = (limits: IntakeLimits) => reading(kinds, limits);
