import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Task, TaskAct } from '../../pipeline/model/task.js';
import { TASKS } from '../../pipeline/tasks/tasks.js';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/tasks/', import.meta.url));

/** A task that ends in an act, and the file name of its fixture, undefined if it has none. */
export interface ActTask extends Task {
  readonly ends: TaskAct;
  readonly file: string | undefined;
}

const files = readdirSync(FIXTURES);

export const ACT_TASKS: readonly ActTask[] = TASKS.flatMap((task) =>
  task.ends.is === 'act'
    ? [{ ...task, ends: task.ends, file: files.find((name) => /^(.+)\.(json|xml)$/.exec(name)?.[1] === task.id) }]
    : [],
);

/** Fixtures of no task. */
export const STRAY_FILES = files.filter((name) => !ACT_TASKS.some(({ file }) => file === name));
