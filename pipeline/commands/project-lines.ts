import type { ComparedPart } from '../model/comparison.js';
import { toDigitalStyle } from '../model/date.js';
import { nameOf } from '../model/effect.js';
import type { TakenProjectStep } from '../model/project-steps.js';
import type { ProjectHistory } from '../wiring/project-history.js';

/** What `show` says of the project of a document: its versions, the meeting, the act, and what changed since the version before. */
export function projectLines({ id, version, versions, tabled, decided, registered, compared }: ProjectHistory): string[] {
  return [
    `project   ${id}${version === null ? '' : `   version ${version}`}`,
    ...versions.map((step) => `version   ${step.version ?? '-'}   ${nameOf(step.by)}   ${toDigitalStyle(step.date)}`),
    ...meetingLine('tabled', tabled),
    ...meetingLine(decided === null ? '' : decided.how === 'adopts-changed' ? 'changed' : decided.how, decided),
    ...(registered === null ? [] : [`act       ${nameOf(registered.by)}   ${toDigitalStyle(registered.date)}`]),
    ...(compared === null ? [] : [`compared  with version ${compared.with.version}: ${partsCount(compared.parts.length)}`]),
    ...(compared?.parts ?? []).map(changedLine),
  ];
}

function partsCount(count: number): string {
  return count === 1 ? 'one part differs' : `${count} parts differ`;
}

function meetingLine(what: string, step: TakenProjectStep | null): string[] {
  return step === null ? [] : [`${what.padEnd(9)} for ${toDigitalStyle(step.date)}   ${nameOf(step.by)}`];
}

function changedLine({ part, n, was, words }: ComparedPart): string {
  const place = [part, ...new Set([was, n].filter((number) => number !== undefined))].join(' ');
  const changes = words.flatMap(({ how, text }) => (how === 'same' ? [] : [`${how === 'added' ? '+' : '-'}«${text.trim()}»`]));
  return `changed   ${place}   ${changes.join(' ') || 'its number'}`;
}
