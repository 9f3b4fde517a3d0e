import type * as sv from './sv-begin';

/** What a new installation needs before its first decision, in English. */
export const begin: typeof sv.begin = {
  heading: 'Getting started',
  why: 'What is needed before the first decision can be recorded. It can be done a little at a time.',
  none: 'No body is registered yet',
  noneWhy:
    'The administrator registers the body, its roles and people. Then meetings can be planned and decisions recorded.',
  done: 'done',
  registered: 'It is registered.',
  name: 'Name of the body',
  short: 'Short name',
  title: 'Name of the role, with organisation',
  person: 'Name',
  email: 'E-mail',
  kinds: {
    chair: 'chair',
    viceChair: 'vice chair',
    secretary: 'secretary',
    member: 'member',
    presenter: 'presenter',
    responsible: 'responsible for assignments',
  },
  steps: {
    body: { what: 'The body', why: 'What meets, decides and gives assignments.', act: 'Register the body' },
    role: {
      what: 'Roles',
      why: 'Responsibility rests with a role in an organisation, such as “Director, Kommunsam”. The person behind it can change.',
      act: 'Add a role',
    },
    person: {
      what: 'People',
      why: 'Whoever holds a role gets the reminders. Names and e-mail can be erased without changing history.',
      act: 'Add a person',
    },
    meeting: { what: 'Meetings', why: 'Plan the meetings of the year: deadlines are counted towards them.' },
    decision: {
      what: 'The first decision',
      why: 'The secretary records it on the page of the meeting, under During.',
    },
  },
};
