/** What is said where there is nothing. */
export const missing = {
  decision: 'Beslutet finns inte',
  assignment: 'Uppdraget finns inte',
  meeting: 'Mötet finns inte',
  matter: 'Ärendet finns inte',
  review: 'Granskningen finns inte, eller är någon annans egen',
  decisionThen: 'Beslutet fanns inte den {{date}}',
  assignmentThen: 'Uppdraget fanns inte den {{date}}',
  meetingThen: 'Mötet fanns inte den {{date}}',
  matterThen: 'Ärendet fanns inte den {{date}}',
  why: 'Adressen kan vara felskriven, eller gälla något som du inte har rätt att läsa. Sök efter det, eller leta i listan.',
  whyThen:
    'Det kan ha tillkommit senare, eller så är adressen felskriven. Gå till i dag, sök efter det eller leta i listan.',
  to: {
    decision: 'Till alla beslut',
    assignment: 'Till alla uppdrag',
    meeting: 'Till alla möten',
    matter: 'Till alla beslut',
    review: 'Till Granskning',
  },
};
