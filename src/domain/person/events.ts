import type { LocalDate } from '../when.js';

export type Language = 'sv' | 'en';

/** Personal data: these facts live only in the erasable stream of the person. */
export type PersonEvent =
  | { readonly type: 'PersonRegistered'; readonly data: PersonDetails }
  | { readonly type: 'PersonUpdated'; readonly data: Partial<PersonDetails> }
  | { readonly type: 'AbsenceStated'; readonly data: { readonly from: LocalDate; readonly to: LocalDate } }
  | { readonly type: 'DeputyNamed'; readonly data: { readonly deputy: string } };

/** The permanent trace of an erasure; it names nobody. */
export type RegisterEvent = {
  readonly type: 'PersonErased';
  readonly data: { readonly person: string; readonly reason?: string };
};

export interface PersonDetails {
  readonly name: string;
  readonly email?: string;
  readonly language: Language;
}
