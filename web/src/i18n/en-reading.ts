import type * as sv from './sv-reading';

/** What is read rather than used, in English: the help of each role and the accessibility statement. */
export const help: typeof sv.help = {
  chair: {
    lead: 'You see the whole story of every decision, and what to expect at the next meeting.',
    steps: [
      {
        title: 'Read the sentence at the top of the overview',
        text: 'It says how much is going on, what is expected at the next meeting and what is late.',
        to: '/oversikt',
      },
      {
        title: 'Open a decision',
        text: 'The points stand word by word. Under each you see who has the assignment and how far it has come.',
        to: '/beslut',
      },
      {
        title: 'See why a time was moved',
        text: 'The timeline on the page of the decision shows every move with its reason, or that none was given.',
        to: '/beslut',
      },
      {
        title: 'Prepare the next meeting',
        text: 'The page of the meeting has what is expected and a draft agenda.',
        to: '/moten',
      },
    ],
  },
  secretary: {
    lead: 'You record, confirm and follow up. The log says what the next step is.',
    steps: [
      {
        title: 'Begin in the list Between the chairs',
        text: 'Every row says why it is there. The button to the right is the next step.',
        to: '/oversikt',
      },
      {
        title: 'Record decisions at the meeting',
        text: 'Open the meeting and During. A title and points are enough; Enter goes on.',
        to: '/moten',
      },
      {
        title: 'Write deadlines as they are said',
        text: '“No later than June 2026” will do. The log shows how it understands the words as you write.',
        to: '',
      },
      {
        title: 'Approve the notes',
        text: 'When the notes of the meeting are approved its decisions are confirmed.',
        to: '/moten',
      },
    ],
  },
  responsible: {
    lead: 'You see your assignments and answer with four buttons.',
    steps: [
      {
        title: 'See your assignments',
        text: 'The overview says what the body asked and when the answer is expected.',
        to: '/oversikt',
      },
      {
        title: 'Answer',
        text: 'Choose On track, At risk of delay, Delayed or Done. One sentence will do.',
        to: '/oversikt',
      },
      {
        title: 'Report in parts',
        text: 'If something cannot be answered, say so and why. The body sees it at its next meeting.',
        to: '/uppdrag',
      },
      {
        title: 'The body closes',
        text: 'You submit the final report; the body decides whether the assignment is done.',
        to: '',
      },
    ],
  },
  auditor: {
    lead: 'You can see what was known on a certain day and how an assignment evolved.',
    steps: [
      {
        title: 'See what is open',
        text: 'The overview shows open assignments by age and the ten oldest.',
        to: '/oversikt',
      },
      {
        title: 'Go to a certain day',
        text: 'Under Audit you see how things stood on a day, by when it happened, was said or was recorded.',
        to: '/granskning',
      },
      {
        title: 'Replay an assignment',
        text: 'Drag the two handles to see what differs.',
        to: '/granskning',
      },
      {
        title: 'Save the review',
        text: 'Give the question a name. It is saved with the log as it is then, and gives the same answer years later.',
        to: '/granskning',
      },
    ],
  },
  always: {
    title: 'This always holds',
    lines: [
      'Nothing is overwritten. A correction is a new fact, and the old one stays.',
      'Every page has its own address. Copy the link, and whoever gets it sees the same if they may read it.',
      'A deadline stands in the words of the minutes, and beside it how it is understood.',
      'What you write is kept on your computer until you have sent it.',
      'Press ? for keyboard shortcuts and / to search.',
    ],
  },
};

export const accessibility: typeof sv.accessibility = {
  title: 'Accessibility statement',
  lead: 'Everybody should be able to use the pages, with a mouse, a keyboard, magnification or a screen reader.',
  parts: [
    {
      title: 'How accessible are the pages?',
      text: 'They are built to follow WCAG 2.2 at level AA and are tested against it automatically in a real browser. Nobody from outside has reviewed them.',
    },
    {
      title: 'Keyboard',
      text: 'Everything can be done without a mouse. Press ? to see the keys. The first link on every page leads past the menu.',
    },
    {
      title: 'Pictures',
      text: 'Every picture has a text that says what it shows and a table with the same content. Colour never carries anything alone.',
    },
    {
      title: 'Appearance',
      text: 'You choose light, dark or high contrast under your name. The pages work from a width of 320 pixels and at 400 per cent magnification.',
    },
    {
      title: 'If something does not work',
      text: 'Tell whoever runs the service in your body. If you get no good answer you can report it to the Swedish Agency for Digital Government.',
    },
  ],
};

/** What is said where there is nothing. */
export const missing: typeof sv.missing = {
  decision: 'There is no such decision',
  assignment: 'There is no such assignment',
  meeting: 'There is no such meeting',
  matter: 'There is no such matter',
  review: 'The review does not exist, or is somebody else’s own',
  decisionThen: 'There was no such decision on {{date}}',
  assignmentThen: 'There was no such assignment on {{date}}',
  meetingThen: 'There was no such meeting on {{date}}',
  matterThen: 'There was no such matter on {{date}}',
  why: 'The address may be misspelt, or lead to something you may not read. Search for it, or look in the list.',
  whyThen:
    'It may have come later, or the address is misspelt. Go to today, search for it or look in the list.',
  to: {
    decision: 'To all decisions',
    assignment: 'To all assignments',
    meeting: 'To all meetings',
    matter: 'To all decisions',
    review: 'To the audit pages',
  },
};
