import type { ChangeKind } from '../model/draft.js';
import type { VisaOrder, VisaRow } from '../model/visa-matrix.js';

/** What R 5.11 speaks of: an act loses force or other words take the place of its own. */
const REWORKING: readonly ChangeKind[] = ['amends', 'repeals', 'cancels'];

/** The matrix of visas, the general rows before the particular ones. */
export const VISAS: readonly VisaRow[] = [
  {
    rule: '5.10-visas',
    when: { issuer: 'committee', administrative: true },
    by: ['executor', 'unit-head', ['first-deputy', 'deputy'], 'secretary', 'chief-of-staff', 'legal', 'general', 'organisation'],
  },
  {
    rule: '3.5-visas',
    when: { issuer: 'committee', administrative: true, collegial: true },
    titles: ['Про план роботи виконавчого комітету', 'Про затвердження плану роботи виконавчого комітету'],
    by: ['secretary', 'first-deputy', 'deputy', 'chief-of-staff', 'organisation', 'general', 'legal'],
  },
  { rule: '5.10-money', when: { issuer: 'committee', administrative: true, spends: true }, by: ['finance'] },
  {
    rule: '8.3-visas',
    when: { issuer: 'head', administrative: true, personnel: false },
    by: ['unit-head', ['first-deputy', 'deputy'], 'secretary', 'chief-of-staff', 'legal', 'general', 'organisation'],
  },
  { rule: '8.3-money', when: { issuer: 'head', administrative: true, spends: true }, by: ['finance', 'accounting'] },
  {
    rule: '8.3-personnel',
    when: { issuer: 'head', administrative: true, personnel: true },
    by: ['personnel', 'general', 'legal', 'named-person'],
  },
  { rule: '10.1-legal', when: { issuer: 'council', administrative: true }, by: ['legal'] },
  { rule: '10.1-legal', when: { issuer: 'unit', administrative: true }, by: ['legal'] },
  { rule: '10.7-legal', when: { administrative: true, normative: true }, by: ['legal'] },
  { rule: '27.8-money', when: { agreement: 'contract', spends: true }, by: ['finance'] },
  { rule: '27.13-consent', when: { agreement: 'amendment' }, by: ['legal'] },
  ...(['committee', 'head'] as const).flatMap((issuer): VisaRow[] => [
    { rule: '5.11-general-visa', when: { issuer, administrative: true }, changes: REWORKING, by: ['general'] },
    { rule: '5.11-archive-visa', when: { issuer, administrative: true }, changes: REWORKING, olderThanYears: 2, by: ['archive'] },
  ]),
];

/** The interested units and those over them, then the departments that look a draft through. */
export const VISA_ORDER: VisaOrder = {
  first: ['executor', 'unit-head', 'first-deputy', 'deputy', 'finance', 'accounting'],
  last: ['legal', 'organisation', 'general'],
};
