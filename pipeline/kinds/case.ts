import { figuresAndWords, fromNumberTo, NOUNS } from '../language/figures-and-words.js';
import type { CaseMention } from '../model/archive-card.js';
import type { Block, DraftContent } from '../model/draft.js';
import { countedCases, listOfCases, NONE, paragraph, said } from './archive-cells.js';
import { archiveKind, signedBy } from './archive-kind.js';
import { caseFiles, category, documents, giver, unit, year } from './archive-parts.js';
import { SENTENCES } from './archive-sentences.js';
import { issuer } from './paper-shape.js';

/** A case is closed and finished (закриття й оформлення справи), R 28.5–28.7: its certifying words, a volume after another; none for a temporary one. */
export const caseClosing = archiveKind({
  id: 'case',
  name: 'оформлення справи',
  genitive: 'оформлення справи',
  heading: 'ОФОРМЛЕННЯ СПРАВИ',
  fields: [issuer, year, unit, category, caseFiles, documents, giver],
  issuer: 'general',
  traits: { archives: 'closes' },
  titleOf: (content) => content.title ?? 'Про закриття й оформлення справи',
  bodyOf: (content) => [...listOfCases(content.caseFiles), ...certified(content), ...content.body],
  more: (content) => ({
    endorsements: content.giver === undefined ? [] : [signedBy('Справу оформив:', content.giver)],
  }),
});

function certified({ category: kept, caseFiles: volumes }: DraftContent): readonly Block[] {
  if (kept === 'temporary') return [paragraph(said(SENTENCES.temporary, { cases: countedCases(volumes) }))];
  return volumes.flatMap((volume): Block[] => [
    ...(volume.volume === undefined ? [] : [{ type: 'heading' as const, level: 2, text: `Том ${volume.volume}` }]),
    paragraph(certifiedWords(volume)),
  ]);
}

/** `У справі підшито (вкладено) і пронумеровано 248 (двісті сорок вісім) аркушів, з № 1 по № 248, …`: sheets are counted by a machine, so none is skipped or lettered. */
export function certifiedWords({ sheets = 0 }: CaseMention): string {
  return said(SENTENCES.certified, {
    sheets: figuresAndWords(sheets, NOUNS.sheet, 'accusative'),
    range: sheets === 0 ? '№ —' : fromNumberTo('1', String(sheets)),
    lettered: NONE,
    skipped: NONE,
  });
}
