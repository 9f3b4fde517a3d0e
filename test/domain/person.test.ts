import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/domain/decider.js';
import type { PersonEvent, RegisterEvent } from '../../src/domain/person/events.js';
import {
  person,
  type PersonCommand,
  type PersonContext,
  type PersonState,
  register,
  type RegisterContext,
  type RegisterState,
} from '../../src/domain/person/person.js';
import type { RefusalCode } from '../../src/domain/refusal.js';
import { scenarios } from '../support/given.js';

type Around = Omit<PersonContext, keyof Context<PersonState>>;
const around: Around = { erased: false, deputyExists: true };
const { given } = scenarios(person, 'person-u1', around, (context, outside: Around) => ({
  ...context,
  ...outside,
}));

const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { name: 'Åsa Ek', email: 'asa.ek@bjorkvik.example', language: 'sv' },
};

describe('a person', () => {
  it('is registered, in Swedish unless they say otherwise', () => {
    given()
      .when({ type: 'RegisterPerson', name: ' Åsa Ek ', email: ' asa.ek@bjorkvik.example ' })
      .then(registered);
    given()
      .when({ type: 'RegisterPerson', name: 'Ann Oak', language: 'en' })
      .then({ type: 'PersonRegistered', data: { name: 'Ann Oak', language: 'en' } });
  });
  it('changes what is told, and nothing else', () => {
    given(registered)
      .when({ type: 'UpdatePerson', name: ' Åsa Lind ' })
      .then({ type: 'PersonUpdated', data: { name: 'Åsa Lind' } })
      .thenState({ name: 'Åsa Lind', email: 'asa.ek@bjorkvik.example', language: 'sv' });
    given(registered)
      .when({ type: 'UpdatePerson', email: 'asa@bjorkvik.example', language: 'en' })
      .thenState({ name: 'Åsa Ek', email: 'asa@bjorkvik.example', language: 'en' });
  });
  it('is away, and has a deputy', () => {
    given(registered)
      .when({ type: 'StateAbsence', from: '2026-07-01', to: '2026-07-01' })
      .then({ type: 'AbsenceStated', data: { from: '2026-07-01', to: '2026-07-01' } })
      .thenState({ absences: [{ from: '2026-07-01', to: '2026-07-01' }] });
    given(registered)
      .when({ type: 'NameDeputy', deputy: 'u2' })
      .then({ type: 'DeputyNamed', data: { deputy: 'u2' } })
      .thenState({ deputy: 'u2' });
  });

  const update: PersonCommand = { type: 'UpdatePerson' };
  const refused: readonly (readonly [string, PersonCommand, Partial<Around>, RefusalCode, string])[] = [
    ['twice', { type: 'RegisterPerson', name: 'Åsa' }, {}, 'alreadyExists', ''],
    ['without a name', { type: 'RegisterPerson', name: ' ' }, {}, 'emptyText', '/name'],
    ['with an empty address', { type: 'RegisterPerson', name: 'Åsa', email: '' }, {}, 'emptyText', '/email'],
    ['changing nothing', update, {}, 'unchanged', ''],
    ['losing the name', { ...update, name: '' }, {}, 'emptyText', '/name'],
    ['with an address of no letters', { ...update, email: ' ' }, {}, 'emptyText', '/email'],
    ['away from no day', { type: 'StateAbsence', from: 'juli', to: '2026-07-31' }, {}, 'notADate', '/from'],
    ['away to no day', { type: 'StateAbsence', from: '2026-07-01', to: '2026-07-32' }, {}, 'notADate', '/to'],
    [
      'back before leaving',
      { type: 'StateAbsence', from: '2026-07-02', to: '2026-07-01' },
      {},
      'endsBeforeStart',
      '/to',
    ],
    [
      'with a deputy who is not there',
      { type: 'NameDeputy', deputy: 'u9' },
      { deputyExists: false },
      'unknownReference',
      '/deputy',
    ],
    ['as one’s own deputy', { type: 'NameDeputy', deputy: 'u1' }, {}, 'unknownReference', '/deputy'],
  ];
  for (const [why, command, outside, code, pointer] of refused)
    it(`refused ${why}`, () => {
      given(registered).when(command, outside).thenRefused(code, pointer);
    });
  it('refused to whom is not registered, and for ever to whom was erased', () => {
    const commands: readonly PersonCommand[] = [
      { type: 'UpdatePerson', name: 'Åsa Lind' },
      { type: 'StateAbsence', from: '2026-07-01', to: '2026-07-31' },
      { type: 'NameDeputy', deputy: 'u2' },
    ];
    for (const command of commands) given().when(command).thenRefused('notFound');
    given().when({ type: 'RegisterPerson', name: 'Åsa Ek' }, { erased: true }).thenRefused('notFound');
  });
  it('refused with a day of effect', () => {
    given(registered)
      .when({ type: 'NameDeputy', deputy: 'u2' }, { effectiveFrom: '2027-01-01' })
      .thenRefused('effectOnlyForDecisions', '/effectiveFrom');
  });
});

describe('the register of erasures', () => {
  type Outside = Omit<RegisterContext, keyof Context<RegisterState>>;
  const outside: Outside = { personExists: true };
  const list = scenarios(register, 'register', outside, (context, given: Outside) => ({
    ...context,
    ...given,
  }));
  const erased: RegisterEvent = { type: 'PersonErased', data: { person: 'u1' } };

  it('tells that someone was erased, and not who it was', () => {
    list
      .given()
      .when({ type: 'ErasePerson', person: 'u1', reason: ' På egen begäran ' })
      .then({ type: 'PersonErased', data: { person: 'u1', reason: 'På egen begäran' } })
      .thenState({ erased: new Set(['u1']) });
  });
  it('tells it once, however often it is asked', () => {
    list.given(erased).when({ type: 'ErasePerson', person: 'u1' }, { personExists: false }).then();
    expect(
      register.check(list.given(erased).state, { ...erased, statedAt: '', recordedAt: '', occurred: null }),
    ).toEqual({
      ...{ code: 'duplicate', pointer: '/person' },
    });
  });
  it('refuses to erase nobody, or for an empty reason', () => {
    list.given().when({ type: 'ErasePerson', person: 'u9' }, { personExists: false }).thenRefused('notFound');
    list.given().when({ type: 'ErasePerson', person: 'u1', reason: ' ' }).thenRefused('emptyText', '/reason');
    list
      .given()
      .when({ type: 'ErasePerson', person: 'u1' }, { effectiveFrom: '2027-01-01' })
      .thenRefused('effectOnlyForDecisions', '/effectiveFrom');
  });
});
