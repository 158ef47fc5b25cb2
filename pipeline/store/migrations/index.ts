import type { Migration } from '../engine.js';
import { journal } from './0001-journal.js';
import { register } from './0002-register.js';
import { sharedRegister } from './0003-shared-register.js';
import { laterLife } from './0004-later-life.js';
import { blanks } from './0005-blanks.js';
import { examinations } from './0006-examinations.js';
import { contracts } from './0007-contracts.js';
import { cases } from './0008-cases.js';
import { caseWork } from './0009-case-work.js';
import { projects } from './0010-projects.js';

/** Every form the database ever had, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  journal,
  register,
  sharedRegister,
  laterLife,
  blanks,
  examinations,
  contracts,
  cases,
  caseWork,
  projects,
];
