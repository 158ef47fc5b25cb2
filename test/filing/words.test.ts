import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../pipeline/filing/words.js';
import { EMPTY_CONTENT } from '../../pipeline/model/draft.js';

describe('the words by which a contract is found', () => {
  const party = {
    ...{ name: 'ТОВ «Степ»', code: '11111116', address: 'вул. Умовна, 5', signed: true, sealed: true },
    bank: { iban: 'UA063999980000260011111116001', name: 'АТ «Вигаданий банк»' },
    signatory: { post: 'Директор', name: 'Остап ЗРАЗКОВИЙ' },
  };
  const terms = {
    subject: 'нежитлове приміщення',
    parties: [party],
    controllers: [{ post: 'Начальник', name: 'Осадча Людмила Петрівна' }],
  };

  it('are its subject, parties with codes and accounts, who signed and who controls it', () => {
    const words = wordsOf({ ...EMPTY_CONTENT, kind: 'contract', ...terms }).split('\n');
    expect(words).toEqual(
      expect.arrayContaining([
        'нежитлове приміщення',
        'ТОВ «Степ»',
        '11111116',
        'вул. Умовна, 5',
        party.bank.iban,
        'Остап ЗРАЗКОВИЙ',
        'Осадча Людмила Петрівна',
      ]),
    );
  });

  it('are what an additional agreement changes, and what an examination says', () => {
    const said = {
      edits: [{ point: '3.1', text: 'Плата зростає' }],
      grounds: [{ law: 'ст. 638', text: 'Немає строку' }],
      materials: ['статут'],
    };
    const words = wordsOf({ ...EMPTY_CONTENT, kind: 'amendment', newTerms: terms, ...said }).split('\n');
    expect(words).toEqual(
      expect.arrayContaining(['Плата зростає', 'нежитлове приміщення', '11111116', 'ст. 638', 'Немає строку', 'статут']),
    );
  });
});
