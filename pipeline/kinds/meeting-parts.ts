import { MEETING_BODIES, MEETING_OUTCOMES } from '../model/meeting-card.js';
import { boolean, closed, date, type Field, field, integer, list, type ObjectShape, object, text } from '../model/shape.js';
import { MOST, person } from './form-parts.js';

/** What tells the two papers of a meeting apart: an agenda calls it, minutes tell what came of it. */
type MeetingPaper = 'agenda' | 'minutes';

const paragraphs = (key: string, label: string): Field => field(key, label, list(text, 'p', 'абзац'), 'element');
const votes = (key: string, label: string): Field => field(key, label, integer(0, MOST), 'attribute');

/** The meeting itself. */
export function meeting(paper: MeetingPaper): Field {
  return field(
    'meeting',
    'засідання',
    formOf(
      paper,
      'meeting',
      'засідання',
      [
        field('body', 'чиє засідання', closed(...MEETING_BODIES), 'attribute'),
        field('date', 'дата засідання', date, 'attribute'),
        field('time', 'час початку засідання', text, 'attribute'),
        field('extraordinary', 'позачергове засідання', boolean, 'attribute'),
        field('place', 'місце засідання', text, 'element'),
        closedSitting(paper),
      ],
      [
        votes('total', 'загальний склад'),
        votes('present', 'присутні'),
        field('chair', 'головуючий', person, 'element'),
        field('secretary', 'секретар засідання', person, 'element'),
        field('attended', 'хто був присутній', list(person, 'person', 'особа'), 'element'),
        field('absent', 'хто був відсутній', list(person, 'person', 'особа'), 'element'),
      ],
    ),
    'element',
  );
}

/** The questions of a meeting, in their order. */
export function items(paper: MeetingPaper): Field {
  const item = formOf(
    paper,
    'meeting-item',
    'питання',
    [
      field('n', 'номер питання', text, 'attribute'),
      field('urgent', 'термінове питання', boolean, 'attribute'),
      field('projects', 'проєкти рішень', list(text, 'project', 'ідентифікатор проєкту'), 'inline'),
      field('title', 'назва питання', text, 'element'),
      field('speaker', 'доповідач', person, 'element'),
      closedSitting(paper),
    ],
    [
      field('announced', 'висновок юридичного відділу оголошено', boolean, 'attribute'),
      field('outcome', 'що вирішено', closed(...MEETING_OUTCOMES), 'attribute'),
      field('chosen', 'який із проєктів обрано', text, 'attribute'),
      field('until', 'до якого засідання відкладено', date, 'attribute'),
      paragraphs('heard', 'слухали'),
      paragraphs('spoke', 'виступили'),
      field(
        'vote',
        'голосування',
        object('vote', 'голосування', [
          votes('for', 'за'),
          votes('against', 'проти'),
          votes('abstained', 'утрималися'),
          votes('notVoting', 'не голосували'),
        ]),
        'element',
      ),
      paragraphs('changed', 'що змінено'),
      paragraphs('resolved', 'що вирішено без проєкту'),
    ],
  );
  return field('items', 'порядок денний', list(item, 'item', 'питання'), 'element');
}

/** That a sitting is to be closed can be known before it; who voted for that, only after it (R 4.11). */
function closedSitting(paper: MeetingPaper): Field {
  const vote = [votes('for', 'за закрите засідання')];
  const ground = field('ground', 'підстава закритого засідання', text, 'element');
  return field('closed', 'закрите засідання', formOf(paper, 'closed-sitting', 'закрите засідання', [ground], vote), 'element');
}

/** What both say, and what minutes alone do. */
function formOf(paper: MeetingPaper, name: string, label: string, both: readonly Field[], minutes: readonly Field[]): ObjectShape {
  return paper === 'minutes' ? object(name, label, [...both, ...minutes]) : { ...object(name, label, both), unsaid: minutes };
}
