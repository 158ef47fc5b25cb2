import type { Digest } from './digest.js';
import type { Draft, DraftContent } from './draft.js';

/** Parts of a draft in which a decision is said; visas, votes and papers that go with a project are none. */
const SAID = [
  'title',
  'stating',
  'operative',
  'control',
  'effective',
  'annexes',
  'changes',
  'commission',
  'normative',
  'delegated',
] as const;

export type SaidPart = (typeof SAID)[number];

/** As readers of reports call them. */
export const SAID_WORDS: Readonly<Record<SaidPart, string>> = {
  title: 'заголовок',
  stating: 'констатуюча частина',
  operative: 'пункти',
  control: 'контроль',
  effective: 'набрання чинності',
  annexes: 'додатки',
  changes: 'зміни до інших актів',
  commission: 'комісія',
  normative: 'ознака нормативного акта',
  delegated: 'ознака делегованих повноважень',
};

/** Parts of the decision that two drafts say differently; files of annexes are held against each other by their bytes. */
export function partsThatDiffer(one: Draft, other: Draft): readonly SaidPart[] {
  return SAID.filter((part) => JSON.stringify(saidIn(one, part)) !== JSON.stringify(saidIn(other, part)));
}

function saidIn({ content, attachments }: Draft, part: SaidPart): unknown {
  if (part !== 'annexes') return ordered(content[part]);
  const digests = new Map<string, Digest>(attachments.map(({ name, sha256 }) => [name, sha256]));
  return content.annexes.map((annex: DraftContent['annexes'][number]) => [
    ordered(annex),
    annex.file === undefined ? null : (digests.get(annex.file) ?? null),
  ]);
}

/** The same whatever the order in which a format names the keys, and whether it names what is absent. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}
