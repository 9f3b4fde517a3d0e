import { isLocalDate } from '../calendar.js';
import type { Context, Decider, RuleBreach } from '../decider.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import { optionalWords, refuse, words } from '../refusal.js';
import type { LocalDate } from '../when.js';
import type { Language, PersonDetails, PersonEvent, RegisterEvent } from './events.js';

export interface PersonState extends PersonDetails {
  readonly exists: boolean;
  readonly absences: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Who stands in while the person is away. */
  readonly deputy?: string;
}

export type PersonCommand =
  | {
      readonly type: 'RegisterPerson';
      readonly name: string;
      readonly email?: string;
      readonly language?: Language;
    }
  | {
      readonly type: 'UpdatePerson';
      readonly name?: string;
      readonly email?: string;
      readonly language?: Language;
    }
  | { readonly type: 'StateAbsence'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly type: 'NameDeputy'; readonly deputy: string };

/** `erased` tells whether the register says that the person has been erased: the id is never used again. */
export interface PersonContext extends Context<PersonState> {
  readonly erased: boolean;
  readonly deputyExists: boolean;
}

const initial: PersonState = { exists: false, name: '', language: 'sv', absences: [] };

function check(state: PersonState, event: PersonEvent): RuleBreach | undefined {
  if (event.type === 'PersonRegistered') return state.exists ? { code: 'alreadyExists' } : undefined;
  return state.exists ? undefined : { code: 'notFound' };
}

function evolve(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case 'PersonRegistered':
    case 'PersonUpdated':
      return { ...state, ...event.data, exists: true };
    case 'AbsenceStated':
      return { ...state, absences: [...state.absences, event.data] };
    case 'DeputyNamed':
      return { ...state, deputy: event.data.deputy };
  }
}

function decide(command: PersonCommand, _state: PersonState, context: PersonContext): readonly PersonEvent[] {
  if (context.erased) refuse('notFound');
  refuseEffectiveFrom(context.when);
  switch (command.type) {
    case 'RegisterPerson':
      return [
        {
          type: 'PersonRegistered',
          data: {
            name: words(command.name, '/name'),
            email: optionalWords(command.email, '/email'),
            language: command.language ?? 'sv',
          },
        },
      ];
    case 'UpdatePerson': {
      const { name, email, language } = command;
      if (name === undefined && email === undefined && language === undefined) refuse('unchanged');
      const changes: Partial<PersonDetails> = {
        ...(name !== undefined && { name: words(name, '/name') }),
        ...(email !== undefined && { email: words(email, '/email') }),
        ...(language !== undefined && { language }),
      };
      return [{ type: 'PersonUpdated', data: changes }];
    }
    case 'StateAbsence':
      if (!isLocalDate(command.from)) refuse('notADate', '/from');
      if (!isLocalDate(command.to)) refuse('notADate', '/to');
      if (command.to < command.from) refuse('endsBeforeStart', '/to');
      return [{ type: 'AbsenceStated', data: { from: command.from, to: command.to } }];
    case 'NameDeputy':
      if (!context.deputyExists || command.deputy === context.id) refuse('unknownReference', '/deputy');
      return [{ type: 'DeputyNamed', data: { deputy: command.deputy } }];
  }
}

/** Whether a person is away on a day. */
export const isAway = ({ absences }: PersonState, day: LocalDate): boolean =>
  absences.some(({ from, to }) => from <= day && day <= to);

/** Rules of a person's erasable stream. */
export const person: Decider<PersonState, PersonCommand, PersonEvent, PersonContext> = {
  initial,
  evolve,
  check,
  decide,
};

/** The permanent register: who (by opaque id) has been erased. */
export interface RegisterState {
  readonly erased: ReadonlySet<string>;
}

export type RegisterCommand = {
  readonly type: 'ErasePerson';
  readonly person: string;
  readonly reason?: string;
};

export interface RegisterContext extends Context<RegisterState> {
  readonly personExists: boolean;
}

/** Rules of the register of erasures. */
export const register: Decider<RegisterState, RegisterCommand, RegisterEvent, RegisterContext> = {
  initial: { erased: new Set() },
  evolve: (state, event) => ({ erased: new Set([...state.erased, event.data.person]) }),
  check: (state, event) =>
    state.erased.has(event.data.person) ? { code: 'duplicate', pointer: '/person' } : undefined,
  decide: (command, _state, context) => {
    refuseEffectiveFrom(context.when);
    if (context.known.erased.has(command.person)) return [];
    if (!context.personExists) refuse('notFound');
    return [
      {
        type: 'PersonErased',
        data: { person: command.person, reason: optionalWords(command.reason, '/reason') },
      },
    ];
  },
};
