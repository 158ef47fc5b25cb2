import { expect, it } from 'vitest';
import { FontShelf, type ShelvedFace } from '../../../pipeline/rendering/pdf/font-shelf.js';
import { faces } from './printer-under-test.js';

function regular(): ShelvedFace {
  const face = new FontShelf(faces).face('regular');
  if (face === undefined) throw new Error('no regular face on the shelf');
  return face;
}

const shaping = (shaped: string[]) => (word: string) => {
  shaped.push(word);
  return { glyphs: [...word], positions: [...word], advanceWidth: word.length };
};

it('shapes a word once', () => {
  const face = regular();
  const shaped: string[] = [];
  expect(face.run('рішення', shaping(shaped))).toBe(face.run('рішення', shaping(shaped)));
  expect(shaped).toEqual(['рішення']);
});

it('forgets the words that were used longest ago', () => {
  const face = regular();
  const shaped: string[] = [];
  const shape = shaping(shaped);
  face.run('давнє', shape);
  face.run('часте', shape);
  for (let i = 0; i < 20_000; i++) {
    face.run(`слово${i}`, shape);
    face.run('часте', shape);
  }
  face.run('давнє', shape);
  expect(shaped.filter((word) => word === 'часте')).toHaveLength(1);
  expect(shaped.filter((word) => word === 'давнє')).toHaveLength(2);
});

it('takes no more memory than its bound, and shapes a forgotten word the same again', () => {
  const face = regular();
  const { font } = faces.regular;
  const shape = (word: string): ReturnType<ShelvedFace['run']> => font.layout(word);
  const { advanceWidth } = face.run('перше', shape);
  const heap = process.memoryUsage().heapUsed;
  for (let i = 0; i < 60_000; i++) face.run(`слово${i}`, shape);
  expect((process.memoryUsage().heapUsed - heap) / 2 ** 20).toBeLessThan(120);
  expect(face.run('перше', shape).advanceWidth).toBe(advanceWidth);
});

it('shapes a very long word in pieces and does not remember it', () => {
  const face = regular();
  const shaped: string[] = [];
  const word = 'щ'.repeat(1000);
  expect(face.run(word, shaping(shaped))).toMatchObject({ advanceWidth: 1000, glyphs: { length: 1000 } });
  expect(Math.max(...shaped.map(({ length }) => length))).toBeLessThan(100);
  const once = shaped.length;
  face.run(word, shaping(shaped));
  expect(shaped).toHaveLength(2 * once);
});

it('has no files', () => {
  const shelf = new FontShelf(faces);
  expect(shelf.existsSync()).toBe(false);
  expect(shelf.face('toString')).toBeUndefined();
});
