import { caseFiles, giver, receiver, successor, unit } from './archive-parts.js';
import { caseRows } from './case-rows.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** Cases of a unit that is closed go to its successor, else to the archive (передавання справ у разі ліквідації), R 28.10. */
export const succession = paperKind({
  id: 'succession',
  name: 'акт передавання справ правонаступникові',
  genitive: 'акта передавання справ правонаступникові',
  heading: 'АКТ ПЕРЕДАВАННЯ СПРАВ ПРАВОНАСТУПНИКОВІ',
  fields: [issuer, unit, successor, caseFiles, giver, receiver],
  issuer: 'archive',
  traits: { archives: 'succeeds' },
  titleOf: (content) => content.title ?? 'Про передавання справ у разі ліквідації підрозділу',
  bodyOf: (content) => [caseRows(content.caseFiles), ...content.body],
});
