import type { ContractTerms, Party } from '../../model/contract.js';
import type { DraftContent } from '../../model/draft.js';
import { pointerTo } from '../../model/finding.js';
import type { Traits } from '../../model/kind.js';
import { excerpt } from './excerpt.js';

/** Terms of a contract and where a card states them: `''` for its own, `/newTerms` for those that an additional agreement puts in their place. */
export interface PlacedTerms {
  readonly at: string;
  readonly terms: ContractTerms;
}

/** A party, where a card states it, and how messages call it: `Сторона 2 (Орендар)`. */
export interface PlacedParty {
  readonly at: string;
  readonly party: Party;
  readonly called: string;
}

/** Whether a draft is the card of a contract. */
export function isContract({ agreement }: Pick<Traits, 'agreement'>): boolean {
  return agreement === 'contract';
}

/** Whether a draft is the card of what parties have made with each other: a contract, an additional agreement. */
export function isMadeByParties({ agreement }: Pick<Traits, 'agreement'>): boolean {
  return agreement === 'contract' || agreement === 'amendment';
}

/** The terms that the register notes of a card: a contract's own, and those by which an additional agreement replaces them. */
export function notedTerms(content: DraftContent, traits: Traits): readonly PlacedTerms[] {
  return [
    ...(isContract(traits) ? [{ at: '', terms: content }] : []),
    ...(content.newTerms === undefined ? [] : [{ at: '/newTerms', terms: content.newTerms }]),
  ];
}

/** The parties that make a contract or an additional agreement. */
export function partiesOf({ parties }: ContractTerms, at = ''): readonly PlacedParty[] {
  return parties.map((party, index) => ({
    at: pointerTo(`${at}/parties`, index),
    party,
    called: `Сторона ${index + 1}${party.role === undefined ? '' : ` (${excerpt(party.role, 40)})`}`,
  }));
}

/** The parties that the register notes. */
export function notedParties(content: DraftContent, traits: Traits): readonly PlacedParty[] {
  return notedTerms(content, traits).flatMap(({ at, terms }) => partiesOf(terms, at));
}

/** Every party that a card names. */
export function everyParty(content: DraftContent): readonly PlacedParty[] {
  return [...partiesOf(content), ...(content.newTerms === undefined ? [] : partiesOf(content.newTerms, '/newTerms'))];
}
