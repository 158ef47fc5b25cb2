import { counted } from '../language/counted.js';
import { toDigitalStyle } from '../model/date.js';
import type { Finding } from '../model/finding.js';
import { escapeHtml } from '../model/html.js';
import { plainLine } from '../model/plain-line.js';
import type { ReportFacts } from '../model/report.js';
import { SECRECY } from './judging.js';
import { lineExcerpts } from './line-excerpts.js';
import { REPORT_STYLE } from './report-style.js';

/** More remarks of one rule than this only repeat each other: the rest are named by their lines. */
const SHOWN_PER_RULE = 12;
const LINES_NAMED = 40;

/** The report as a page of HTML in Ukrainian, one or two A4 sheets when printed; everything from outside is escaped. */
export function reportPage(facts: ReportFacts, timeZone: string): string {
  const refusals = facts.findings.filter(({ severity }) => severity === 'refuse').length;
  const heading = facts.verdict === 'refused' ? 'Документ повернуто' : 'Документ зареєстровано';
  return `<!DOCTYPE html>
<html lang="uk">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${shown(`${heading}: ${facts.name}`)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<header class="${facts.verdict}">
<p class="kicker">Звіт про перевірку документа</p>
<h1>${heading}</h1>
${actLine(facts)}<dl>
<dt>Файл</dt><dd>${shown(facts.name)}</dd>
<dt>Одержано</dt><dd>${shown(momentOf(facts.receivedAt, timeZone))}${facts.droppedBy === null ? '' : ` від ${shown(facts.droppedBy)}`}</dd>
</dl>
<p class="summary">${summary(refusals, facts.findings.length - refusals)}</p>
<p class="next">${nextStep(facts)}</p>
</header>
${findingList(facts)}
<footer>Контрольна сума файлу (SHA-256): <span class="digest">${shown(facts.sha256)}</span></footer>
</main>
</body>
</html>
`;
}

function actLine({ act, verdict }: ReportFacts): string {
  if (verdict !== 'accepted' || act === undefined) return '';
  return `<p class="act">№ ${shown(act.number)} від ${toDigitalStyle(act.date)}</p>\n`;
}

function summary(refusals: number, warnings: number): string {
  const parts = [
    ...(refusals > 0 ? [`<strong>Треба виправити: ${refusals}</strong>`] : []),
    ...(warnings > 0 ? [`Попередження: ${warnings}`] : []),
  ];
  return parts.length === 0 ? 'Зауважень немає.' : parts.join(' · ');
}

function nextStep({ verdict, findings, isReturn }: ReportFacts): string {
  if (verdict === 'accepted') return 'Попередження не завадили реєстрації. Візьміть їх до уваги, готуючи наступні документи.';
  if (isReturn) return 'Номер документа не змінився. Зробіть, як написано нижче, і покладіть підписаний файл до скриньки ще раз.';
  if (findings.some(({ clause }) => clause === SECRECY)) return 'Номера документ не одержав. Не подавайте його сюди вдруге.';
  const mending = 'Номера документ не одержав. Виправте все, що позначено «Виправити», і покладіть файл до теки ще раз.';
  return findings.some(({ severity }) => severity === 'warn') ? `${mending} Попередження реєстрації не заважають.` : mending;
}

function findingList({ findings, source }: ReportFacts): string {
  if (findings.length === 0) return '';
  const excerpts = lineExcerpts(source);
  const seen = new Map<string, number>();
  const items = findings.map((finding) => {
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    if (count <= SHOWN_PER_RULE) return findingItem(finding, excerpts(finding.at));
    if (count > SHOWN_PER_RULE + 1) return '';
    return furtherItem(findings.filter(({ rule }) => rule === finding.rule).slice(SHOWN_PER_RULE));
  });
  return `<ol>\n${items.filter((item) => item !== '').join('\n')}\n</ol>`;
}

function findingItem(finding: Finding, excerpt: string | null): string {
  const rows = [
    ...(finding.expected === null ? [] : [`<dt>Має бути</dt><dd>${shown(finding.expected)}</dd>`]),
    ...(finding.hint === null ? [] : [`<dt>Як виправити</dt><dd>${shown(finding.hint)}</dd>`]),
    ...(excerpt === null ? [] : [`<dt>У файлі</dt><dd><code>${shown(excerpt)}</code></dd>`]),
  ];
  return `<li class="${finding.severity}">
${badge(finding)}
<p class="message">${shown(ended(finding.message))}</p>
<p class="place">${shown([...placeWords(finding), clauseWords(finding)].join(' · '))}</p>
${rows.length === 0 ? '' : `<dl>${rows.join('')}</dl>`}
</li>`;
}

/** The rest of one rule's remarks, by their places only. */
function furtherItem(rest: readonly Finding[]): string {
  const [first] = rest;
  if (first === undefined) return '';
  const lines = [...new Set(rest.flatMap(({ at }) => (at.line === null ? [] : [at.line])))];
  const named = lines.length === 0 ? '' : ` Рядки: ${lines.slice(0, LINES_NAMED).join(', ')}${lines.length > LINES_NAMED ? ' …' : ''}.`;
  return `<li class="${first.severity}">
${badge(first)}
<p class="message">Ще ${counted(rest.length, 'таке саме зауваження', 'такі самі зауваження', 'таких самих зауважень')}.</p>
<p class="place">${shown(`${clauseWords(first)}.${named} Повний перелік — у файлі report.json.`)}</p>
</li>`;
}

/** Told apart by sign, word and shape, not by colour alone. */
function badge({ severity }: Finding): string {
  return severity === 'refuse' ? '<p class="badge">✕ Виправити</p>' : '<p class="badge">! Попередження</p>';
}

function placeWords({ at }: Finding): string[] {
  const words = [
    ...(at.line === null ? [] : [`рядок ${at.line}${at.column === null ? '' : `, стовпець ${at.column}`}`]),
    ...(at.point === undefined ? [] : [`пункт ${at.point}`]),
    ...(at.annex === undefined ? [] : [`додаток ${at.annex}`]),
    ...(at.page === undefined ? [] : [`сторінка ${at.page}`]),
  ];
  return words.length === 0 ? ['документ у цілому'] : words;
}

function clauseWords({ clause, rule }: Finding): string {
  return clause === null ? `технічна вимога ${rule}` : `п. ${clause} Регламенту`;
}

function momentOf(instant: string, timeZone: string): string {
  const style = { timeZone, day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('uk-UA', style).format(new Date(instant));
}

function ended(message: string): string {
  return /[.!?…]$/u.test(message) ? message : `${message}.`;
}

/** Outside text as HTML that shows it; signs that are not seen, or turn the line round, stand as a dot. */
function shown(text: string): string {
  return escapeHtml(plainLine(text));
}
