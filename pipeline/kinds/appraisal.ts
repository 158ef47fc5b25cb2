import type { Block, DraftContent } from '../model/draft.js';
import type { ListedInventory } from '../model/kind.js';
import { listOfCases, paragraph } from './archive-cells.js';
import { FORMS } from './archive-forms.js';
import { archiveKind } from './archive-kind.js';
import { caseFiles, inventories, members, unit, year } from './archive-parts.js';
import { listBlock } from './contract.js';
import { namedInventory } from './inventory-name.js';
import { issuer } from './paper-shape.js';
import { whoIs } from './who-is.js';

/** Minutes of an expert commission (протокол засідання експертної комісії), R 28.3, 28.4; its chair signs. */
export const appraisal = archiveKind({
  id: 'appraisal',
  name: 'протокол засідання експертної комісії',
  genitive: 'протоколу засідання експертної комісії',
  heading: 'ПРОТОКОЛ ЗАСІДАННЯ ЕКСПЕРТНОЇ КОМІСІЇ',
  fields: [issuer, year, unit, members, caseFiles, inventories],
  issuer: 'archive',
  traits: { archives: 'appraises' },
  titleOf: (content) => content.title ?? 'Про експертизу цінності документів',
  bodyOf: (content, _office, _files, _registration, { listedBy }) => [...present(content), ...content.body, ...decided(content, listedBy)],
});

function present({ members: people }: DraftContent): readonly Block[] {
  return people.length === 0 ? [] : [paragraph('Присутні члени комісії:'), listBlock(people.map(whoIs))];
}

function decided({ caseFiles: cases, inventories: approved }: DraftContent, listedBy?: readonly ListedInventory[]): readonly Block[] {
  const points: Block[][] = [
    ...(cases.length === 0 ? [] : [[paragraph('Визначити такі строки зберігання справ:'), ...listOfCases(cases, FORMS.appraisal)]]),
    ...(approved.length === 0
      ? []
      : [[paragraph(`Схвалити: ${approved.map((reference) => namedInventory(reference, listedBy)).join('; ')}.`)]]),
  ];
  return points.length === 0 ? [] : [paragraph('ВИРІШИЛИ:'), ...points.flat()];
}
