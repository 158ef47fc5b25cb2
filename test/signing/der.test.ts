import { describe, expect, it } from 'vitest';
import {
  context,
  DerError,
  der,
  integer,
  octetString,
  oid,
  parts,
  readDer,
  readOid,
  readSmallInteger,
  readTime,
  readWhole,
  sequence,
  setOf,
  time,
} from '../../pipeline/signing/der.js';

describe('DER', () => {
  it('writes lengths in the shortest form and reads them back', () => {
    const heads = { 0: '0400', 127: '047f', 128: '048180', 255: '0481ff', 256: '04820100', 65536: '0483010000' };
    for (const [length, head] of Object.entries(heads)) {
      const value = octetString(Buffer.alloc(Number(length)));
      expect(value.subarray(0, head.length / 2).toString('hex')).toBe(head);
      expect(readWhole(value).content.length).toBe(Number(length));
    }
  });

  it('writes numbers and identifiers as X.690 does', () => {
    expect(integer(0).toString('hex')).toBe('020100');
    expect(integer(128).toString('hex')).toBe('02020080');
    expect(integer(Buffer.from('00ff01', 'hex')).toString('hex')).toBe('020300ff01');
    expect(oid('1.2.840.113549').toString('hex')).toBe('06062a864886f70d');
    for (const text of ['2.999.1', '0.4.0.1862.1.6', '2.16.840.1.101.3.4.2.1', '1.2.804.2.1.1.1.1.3.1.1'])
      expect(readOid(readWhole(oid(text)))).toBe(text);
    expect(readSmallInteger(readWhole(integer(65_537)))).toBe(65_537);
  });

  it('sorts a SET OF', () => {
    expect(setOf(octetString(Buffer.from('b')), octetString(Buffer.from('a'))).toString('hex')).toBe('3106040161040162');
  });

  it('writes time in two digits until 2049 and in four after', () => {
    for (const instant of [new Date('2049-12-31T23:59:59Z'), new Date('2050-01-01T00:00:00Z')])
      expect(readTime(readWhole(time(instant)))).toEqual(instant);
    expect(time(new Date('2049-12-31T23:59:59Z'))[0]).toBe(0x17);
    expect(time(new Date('2050-01-01T00:00:00Z'))[0]).toBe(0x18);
  });

  it('refuses what is not DER', () => {
    const broken = ['', '04', '0405', '048001', '04810101', '0482000101', '04857fffffffff', '1f8101', '0401616162'];
    for (const hex of broken) expect(() => readWhole(Buffer.from(hex, 'hex')), hex).toThrow(DerError);
    expect(() => parts(readDer(Buffer.from('30030401', 'hex').subarray(0, 4)))).toThrow(DerError);
    expect(() => parts(readWhole(sequence(Buffer.from('0409', 'hex'))))).toThrow(DerError);
    expect(() => parts(readWhole(octetString(Buffer.alloc(2))))).toThrow(DerError);
    expect(() => readOid(readWhole(der(6, Buffer.from([0x2a, 0x86]))))).toThrow(DerError);
    expect(() => readTime(readWhole(der(0x17, Buffer.from('991399000000Z'))))).toThrow(DerError);
    expect(readDer(context(0, true, octetString(Buffer.from('x')))).tag).toBe(0xa0);
  });
});
