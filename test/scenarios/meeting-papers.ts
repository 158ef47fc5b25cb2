import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixture } from '../fixtures/fixture-files.js';

export type Json = Readonly<Record<string, unknown>>;

export const HEAD = { post: 'Міський голова', name: 'Віталій НЕМЕРЕЦЬ' };
export const CHIEF = { post: 'Керуючий справами виконавчого комітету міської ради', name: 'Богдан ТЕРЕЩУК' };
export const DEPUTY = { post: 'Перший заступник міського голови з питань діяльності виконавчих органів ради', name: 'Андрій ЛОЗОВИЙ' };

/** 22 of 30 were present: 20 in favour, and 12 where it fails. */
export const CARRIED = { for: 20, against: 1, abstained: 1, notVoting: 0 };
export const FAILED = { for: 12, against: 6, abstained: 4, notVoting: 0 };

const PROJECT = JSON.parse(readFileSync(fixture('kinds/decision/proiekt-opalennia.json'), 'utf8')) as Json;

/** A project of a decision with its whole package. */
export function project(id: string, title: string, change: Json = {}): Json {
  return { ...PROJECT, id, title, ...change };
}

/** Its text as a meeting adopted it. */
export function adopted(draft: Json, date: string, vote: Json, change: Json = {}): Json {
  const { stage: _, ...text } = draft;
  return { ...text, adoption: { date, total: 30, present: 22, ...vote }, signatory: HEAD, ...change };
}

export function agenda(date: string, approved: string, items: readonly Json[], change: Json = {}): Json {
  return {
    ...{ kind: 'agenda', meeting: { body: 'committee', date, time: '09.00', place: 'зал засідань' }, items },
    visas: [{ role: 'first-deputy', ...DEPUTY, date: approved }],
    ...{ signing: { date: approved }, signatory: HEAD, ...change },
  };
}

export function minutes(date: string, signed: string, items: readonly Json[], change: Json = {}): Json {
  return {
    ...{ kind: 'minutes', items, signing: { date: signed }, signatory: HEAD },
    meeting: { body: 'committee', date, time: '09.00', place: 'зал засідань', total: 30, present: 22, chair: HEAD, secretary: CHIEF },
    ...change,
  };
}

/** A question of minutes in full. */
export function question(n: number, projects: readonly string[], outcome: string, change: Json = {}): Json {
  const vote = outcome === 'rejected' ? FAILED : outcome.startsWith('adopted') ? CARRIED : undefined;
  return {
    n: String(n),
    projects,
    outcome,
    vote,
    heard: outcome === 'postponed' ? undefined : ['Доповідач виклав суть питання.'],
    ...change,
  };
}

export const drop = (root: string, name: string, draft: Json): Promise<void> =>
  writeFile(join(root, 'inbox', name), JSON.stringify(draft, null, 1));
