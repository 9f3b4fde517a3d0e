import type { Texts } from './language.js';

/** Every way in which one field can have the wrong shape. */
export type FieldCode =
  | 'required'
  | 'unknownField'
  | 'text'
  | 'tooLong'
  | 'oneOf'
  | 'id'
  | 'integer'
  | 'range'
  | 'boolean'
  | 'object'
  | 'list'
  | 'listSize'
  | 'email'
  | 'timeOfDay'
  | 'dayOfYear'
  | 'day'
  | 'instant'
  | 'oneAxis';

/** What to say about a field of the wrong shape; `{so}` stands for a value. */
export const fieldTexts: { readonly [C in FieldCode]: Texts } = {
  required: { sv: 'Uppgiften saknas.', en: 'This field is missing.' },
  unknownField: { sv: 'Fältet ”{field}” finns inte här.', en: 'There is no field “{field}” here.' },
  text: { sv: 'Ska vara en text utan styrtecken.', en: 'Must be a text without control characters.' },
  tooLong: { sv: 'Får ha högst {max} tecken.', en: 'May have at most {max} characters.' },
  oneOf: { sv: 'Ska vara ett av: {values}.', en: 'Must be one of: {values}.' },
  id: {
    sv: 'Ska vara en beteckning: bokstäver (a–z), siffror, punkt, bindestreck och understreck, högst 100 tecken.',
    en: 'Must be an id: letters (a–z), digits, dot, hyphen and underscore, at most 100 characters.',
  },
  integer: { sv: 'Ska vara ett heltal.', en: 'Must be a whole number.' },
  range: { sv: 'Ska vara från {min} till {max}.', en: 'Must be from {min} to {max}.' },
  boolean: { sv: 'Ska vara true eller false.', en: 'Must be true or false.' },
  object: { sv: 'Ska vara ett objekt.', en: 'Must be an object.' },
  list: { sv: 'Ska vara en lista.', en: 'Must be a list.' },
  listSize: { sv: 'Ska ha från {min} till {max} poster.', en: 'Must have from {min} to {max} items.' },
  email: { sv: 'Ska vara en e-postadress.', en: 'Must be an e-mail address.' },
  timeOfDay: { sv: 'Ska vara ett klockslag, TT:MM.', en: 'Must be a time of day, HH:MM.' },
  dayOfYear: { sv: 'Ska vara en dag på året, MM-DD.', en: 'Must be a day of the year, MM-DD.' },
  day: { sv: 'Ska vara ett datum som finns, ÅÅÅÅ-MM-DD.', en: 'Must be a date that exists, YYYY-MM-DD.' },
  instant: {
    sv: 'Ska vara ett datum, 2026-06-04, eller en tidpunkt, 2026-06-04T13:00:00Z.',
    en: 'Must be a date, 2026-06-04, or a point in time, 2026-06-04T13:00:00Z.',
  },
  oneAxis: {
    sv: 'Ange högst en av happenedBy, statedBy och recordedBy.',
    en: 'Give at most one of happenedBy, statedBy and recordedBy.',
  },
};
