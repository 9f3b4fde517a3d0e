import type * as sv from './sv-reading';

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
