import { ruleId } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { nameOf } from './draft/signs.js';
import { allTexts } from './draft/texts.js';

/** Every sign of the text can be printed; a sign the font lacks would vanish from the act without a trace. */
export const glyphs: Rule = {
  id: ruleId('T-glyph'),
  clause: null,
  severity: 'refuse',
  needs: 'trial',
  appliesTo: () => true,
  *check({ content }, { trial: { missingGlyphs } }) {
    if (missingGlyphs.size === 0) return;
    const unplaced = new Set(missingGlyphs);
    for (const { at, text } of allTexts(content)) {
      const missing = [...new Set(text)].filter((sign) => missingGlyphs.has(sign.codePointAt(0) ?? 0));
      for (const sign of missing) {
        unplaced.delete(sign.codePointAt(0) ?? 0);
        yield remark(at, sign, `Знак ${shown(sign)} не можна надрукувати: його немає у шрифті документа`);
      }
    }
    for (const code of unplaced) {
      const sign = String.fromCodePoint(code);
      yield remark('', sign, `На бланку є знак ${shown(sign)}, якого немає у шрифті документа`);
    }
  },
};

function remark(at: string, sign: string, message: string) {
  return { at, message, expected: 'літери, цифри й звичайні розділові знаки', hint: `Замініть або вилучіть знак ${shown(sign)}.` };
}

function shown(sign: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) ? `«${sign}» (${nameOf(sign)})` : nameOf(sign);
}
