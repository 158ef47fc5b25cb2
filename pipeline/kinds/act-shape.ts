import { boolean, closed, date, type Field, field, list, type ObjectShape, object, text } from '../model/shape.js';
import {
  adoption,
  annex,
  change,
  commission,
  copy,
  effective,
  note,
  person,
  point,
  primaryDocument,
  regulatory,
  signing,
  stating,
  urgent,
  visa,
} from './form-parts.js';

/**
 * The form of a draft of an act, and `own` fields of its kind: what its JSON and XML may say, in the order of the XML elements. It demands only `kind`, `n` of a point and of an
 * annex, `act` of a basis and `type` of a block: every other part that a clause wants is asked for by the rule of that clause.
 */
export function actShape(kind: string, own: readonly Field[] = []): ObjectShape {
  return object(kind, 'проєкт документа', [
    field('kind', 'вид документа', closed(kind), 'root', { required: true }),
    field('id', 'ідентифікатор проєкту', text, 'attribute'),
    field('stage', 'стадія', closed('project', 'adopted'), 'attribute', { absent: { value: 'adopted' } }),
    field('title', 'заголовок', text, 'element'),
    field('delegated', 'делеговані повноваження', boolean, 'attribute'),
    field('normative', 'нормативний акт', boolean, 'attribute'),
    field('spends', 'витрати бюджету', boolean, 'attribute'),
    field('regulatory', 'регуляторний акт', regulatory, 'element'),
    field('access', 'доступ', text, 'attribute', { absent: { value: 'open' } }),
    field('stating', 'констатуюча частина', stating, 'element', { absent: 'object' }),
    field('operative', 'розпорядча частина', list(point(), 'point', 'пункт'), 'element'),
    field('control', 'контроль', person, 'element'),
    field('effective', 'набрання чинності', effective, 'element'),
    field('annexes', 'додатки', list(annex(), 'annex', 'додаток'), 'element'),
    field('changes', 'зміни до інших актів', list(change, 'change', 'зміна'), 'element'),
    field('commission', 'комісія', commission, 'element'),
    field('visas', 'візи', list(visa, 'visa', 'віза'), 'element'),
    field('speaker', 'доповідач', person, 'element'),
    field('invited', 'запрошені', list(person, 'person', 'запрошена особа'), 'element'),
    field('note', 'довідка', note, 'element'),
    field('primary', 'первинні документи', list(primaryDocument, 'document', 'первинний документ'), 'element'),
    field('submitted', 'дата подання проєкту', date, 'element'),
    field('published', 'дата оприлюднення проєкту', date, 'element'),
    field('urgent', 'терміновість', urgent, 'element'),
    field('mailing', 'список розсилання', list(copy, 'copy', 'адресат'), 'element'),
    field('adoption', 'прийняття', adoption, 'element'),
    field('signing', 'підписання', signing, 'element'),
    field('signatory', 'підписант', person, 'element'),
    ...own,
  ]);
}
