import type { Ground } from '../model/examination.js';
import { VERDICTS } from '../model/examination.js';
import { closed, field } from '../model/shape.js';
import { listBlock } from './contract.js';
import { contractDigest, grounds, materials } from './contract-parts.js';
import { cardTable, digestWords } from './contract-words.js';
import { paperKind } from './paper-kind.js';
import { issuer } from './paper-shape.js';

/** The legal department's verdict on a contract (висновок правової експертизи договору), R 27.8, 27.9, 27.11: to register it, to refuse, to ask for more. */
export const examination = paperKind({
  id: 'examination',
  name: 'висновок правової експертизи договору',
  genitive: 'висновку правової експертизи договору',
  heading: 'ВИСНОВОК ПРАВОВОЇ ЕКСПЕРТИЗИ',
  fields: [issuer, contractDigest, field('verdict', 'висновок', closed(...VERDICTS), 'attribute'), grounds, materials],
  issuer: 'legal',
  traits: { examines: 'verdict' },
  bodyOf: ({ contract, verdict, grounds: why, materials: wanted, body }) => [
    cardTable([['Договір, що надійшов', digestWords(contract ?? '')]]),
    ...(verdict === undefined ? [] : [{ type: 'paragraph' as const, text: SAID[verdict] }]),
    ...(why.length === 0 ? [] : [listBlock(why.map(groundWords))]),
    ...(wanted.length === 0 ? [] : [listBlock(wanted)]),
    ...body,
  ],
});

const SAID = {
  register: 'Договір відповідає вимогам Регламенту та чинного законодавства України. Договір зареєструвати (п. 27.8 Регламенту).',
  refuse: 'Договір не може бути зареєстрований (п. 27.11 Регламенту). Підстави:',
  ask: 'Для експертизи договору запросити додаткові матеріали (п. 27.9 Регламенту):',
} as const;

/** One ground of a refusal with its clause and norm (R 27.12). */
export function groundWords({ clause, law, text }: Ground): string {
  const sources = [clause === undefined ? '' : `п. ${clause} Регламенту`, law ?? ''].filter((part) => part !== '');
  return `${(text ?? '').replace(/[.\s]+$/u, '')}${sources.length === 0 ? '' : ` (${sources.join('; ')})`}.`;
}
