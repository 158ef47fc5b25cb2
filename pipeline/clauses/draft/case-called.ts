import type { CaseVolume } from '../../model/case-files.js';
import type { KnownCase, NamedCase } from '../../model/named-cases.js';
import { excerpt } from './excerpt.js';

/** `Справа 02-05 за 2021 рік, том 2` */
export function caseCalled({ mention: { index = '', volume }, year }: Pick<NamedCase, 'mention' | 'year'>): string {
  return `Справа ${excerpt(index)} за ${year ?? '…'} рік${volume === undefined ? '' : `, том ${volume}`}`;
}

/** The same where volumes of a case stand differently: names the volume where there are several. */
export function volumeCalled(named: KnownCase, { n }: CaseVolume): string {
  return caseCalled(named.file.volumes.length === 1 ? { ...named, mention: { ...named.mention, volume: undefined } } : volumeOf(named, n));
}

function volumeOf(named: KnownCase, volume: number): Pick<NamedCase, 'mention' | 'year'> {
  return { mention: { ...named.mention, volume }, year: named.year };
}
