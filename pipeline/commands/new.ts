import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Fault } from '../model/fault.js';
import type { LegalBasis } from '../model/legal-basis.js';
import type { Serving, Task } from '../model/task.js';
import { skeletonText, taskList } from '../wiring/skeletons.js';
import { say, sayError, sayFile, sayJson } from './say.js';

export interface NewOptions {
  readonly json: boolean;
  readonly xml: boolean;
  readonly office: string | undefined;
  readonly out: string | undefined;
}

/**
 * Writes a skeleton draft of a kind, or of the act that a task ends in, to standard output or into a new file, never over one that is there; what is
 * doubtful of its law is said on standard error. A task that ends in no act is refused with what serves it.
 */
export async function newDraft(id: string, options: NewOptions): Promise<ExitCode> {
  const begun = await skeletonText(id, formatOf(options), options.office);
  if (begun.text === undefined) {
    for (const line of serviceLines(begun.task)) sayError(line);
    return EXIT.refused;
  }
  for (const line of [...begun.doubtful.map(doubtLine), ...lawLines(begun.task)]) sayError(`warning: ${line}`);
  if (options.out === undefined) sayFile(begun.text);
  else await writeNew(options.out, begun.text);
  return EXIT.done;
}

/** Lists the tasks of the catalogue with what each ends in. */
export function listTasks(json: boolean): ExitCode {
  if (json) sayJson(taskList());
  else for (const task of taskList()) say(taskLine(task));
  return EXIT.done;
}

function taskLine({ id, text, ends, law = [] }: Task): string {
  const end =
    ends.is === 'act' ? `${ends.kind} (${ends.competence})` : ends.by.length === 0 ? 'nothing yet' : ends.by.map(nameOf).join(', ');
  const note = law.some((one) => one.ends) ? '  [no act since the law changed]' : '';
  return `${id.padEnd(6)}${end.padEnd(30)}  ${ends.is === 'act' ? ends.title : text}${note}`;
}

function nameOf({ command, kind }: Serving): string {
  return command === undefined ? `new ${kind}` : command;
}

function serviceLines(task: Task): string[] {
  const { id, ends } = task;
  if (ends.is === 'act') return [];
  return [
    `task ${id} ends in no act; ${ends.by.length === 0 ? 'nothing here serves it yet' : 'it is served by:'}`,
    ...ends.by.map((serving) => `  regesta ${nameOf(serving)}: ${serving.does}`),
    ...(ends.lacks === undefined ? [] : [`  ${ends.lacks}`]),
    ...lawLines(task).map((line) => `  ${line}`),
  ];
}

function doubtLine({ act, norm, mark, source }: LegalBasis): string {
  const name = norm === undefined ? act : `${norm}, ${act}`;
  return mark === 'known'
    ? `basis not compared with the text of the law, let a lawyer confirm it: ${name}`
    : `basis not in force today: ${name} (${source})`;
}

function lawLines(task: Task | undefined): string[] {
  return (task?.law ?? []).map(
    ({ text, from, mark, source }) => `law since ${from}${mark === 'known' ? ', to be confirmed' : ''}: ${text} (${source})`,
  );
}

/** JSON unless asked otherwise; the name of a file must say what it holds, for intake goes by it. */
function formatOf({ json, xml, out }: NewOptions): 'json' | 'xml' {
  const named = out === undefined ? undefined : extname(out).toLowerCase();
  const format = xml || (!json && named === '.xml') ? 'xml' : 'json';
  if (named !== undefined && named !== `.${format}`) throw new Fault('usage', `new: the file must be named *.${format}: ${out}`);
  return format;
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new Fault('usage', `${path}: ${code === 'EEXIST' ? 'is there already; name a new file' : `cannot be written (${code})`}`, {
      cause,
    });
  }
}
