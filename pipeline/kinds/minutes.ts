import { boolean, field, list } from '../model/shape.js';
import { person } from './form-parts.js';
import { items, meeting } from './meeting-parts.js';
import { minutesBody, minutesHeading, minutesTitle, secretaryLine } from './minutes-words.js';
import { paperKind } from './paper-kind.js';

/** Minutes of a meeting of the executive committee or of the council (протокол засідання), R 4.12–4.16: of the day of the meeting, signed by the head who led it. */
export const minutes = paperKind({
  id: 'minutes',
  name: 'протокол засідання',
  genitive: 'протоколу засідання',
  heading: 'ПРОТОКОЛ',
  fields: [
    field('concise', 'стислий протокол', boolean, 'attribute'),
    meeting('minutes'),
    field('invited', 'запрошені', list(person, 'person', 'особа'), 'element'),
    items('minutes'),
  ],
  issuer: ({ meeting: card }) => card?.body ?? '',
  // Each body numbers its own (ДСТУ 4163:2020).
  seriesOf: ({ meeting: card }) => (card?.body === 'council' ? 'council-minutes' : 'minutes'),
  traits: { meets: 'minutes' },
  dateOf: ({ meeting: card }) => card?.date,
  titleOf: minutesTitle,
  bodyOf: (content, _office, _files, _registration, { projects = [] }) => minutesBody(content, projects),
  parts: ['endorsements'],
  more: (content, _registration, office) => ({
    title: minutesHeading(content, office),
    endorsements: secretaryLine(content.meeting),
  }),
});
