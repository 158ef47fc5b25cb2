import { closedVolume } from '../model/closing.js';
import { toDigitalStyle } from '../model/date.js';
import { type Remark, ruleId } from '../model/finding.js';
import { type KnownCase, knownCases } from '../model/named-cases.js';
import type { Rule } from '../model/rule.js';
import { caseCalled } from './draft/case-called.js';

const AGAIN = 'Складіть документ знову: regesta close.';

/** R 28.5–28.7: what is certified of a case is what lies in it: every volume once, with its sheets and its first and last day. */
export const volumesCertified: Rule = {
  id: ruleId('28.5-volumes'),
  clause: '28.5',
  severity: 'refuse',
  needs: 'register',
  appliesTo: (traits) => traits.archives === 'closes',
  async check({ content }, { archive }) {
    const known = await knownCases(content, { archive });
    const said = new Set<string>();
    const remarks = known.flatMap((named) => {
      const { file, mention, at } = named;
      const key = `${named.year}/${file.planned.index}/${mention.volume ?? ''}`;
      if (said.has(key)) return [{ at, message: `${caseCalled(named)} названа двічі`, expected: 'кожен том один раз', hint: AGAIN }];
      said.add(key);
      if (mention.volume === undefined && file.volumes.length > 1)
        return [
          {
            at: `${at}/volume`,
            message: `${caseCalled(named)}: не вказано тому (volume)`,
            expected: `том від 1 до ${file.volumes.length}`,
            hint: AGAIN,
          },
        ];
      return certifiedFactRemarks(named);
    });
    const lacking = known.filter(({ file }, position) => known.findIndex((one) => one.file === file) === position);
    for (const named of lacking)
      for (const { n } of named.file.volumes)
        if (named.file.volumes.length > 1 && !said.has(`${named.year}/${named.file.planned.index}/${n}`))
          remarks.push({
            at: named.at,
            message: `${caseCalled({ ...named, mention: { ...named.mention, volume: n } })} не названа`,
            expected: 'усі томи справи',
            hint: AGAIN,
          });
    return remarks;
  },
};

function certifiedFactRemarks(named: KnownCase): Remark[] {
  const { file, mention, volumes, at } = named;
  const volume = volumes[0]?.volume;
  if (volume === undefined) return [];
  const { sheets, begun, ended } = closedVolume(file, volume);
  const remarks: Remark[] = [];
  const name = caseCalled(named);
  const hint = AGAIN;
  if (mention.sheets !== sheets && (sheets !== undefined || mention.sheets !== volume.sheets))
    remarks.push({
      at: `${at}/sheets`,
      message: `${name}: у справі ${volume.sheets} арк., ${mention.sheets === undefined ? 'а в документі їх кількості немає' : `а в документі вказано ${mention.sheets}`}`,
      expected: sheets === undefined ? 'без кількості аркушів: їх не нумерують' : String(sheets),
      hint,
    });
  for (const [key, right, what] of [
    ['begun', begun, 'перший документ'],
    ['ended', ended, 'останній документ'],
  ] as const)
    if (right !== undefined && mention[key] !== right)
      remarks.push({ at: `${at}/${key}`, message: `${name}: ${what} — від ${toDigitalStyle(right)}`, expected: right, hint });
  return remarks;
}
