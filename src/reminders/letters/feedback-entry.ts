/** The UID of the calendar entry for an assignment's feedback: the same in every mail and every calendar. */
export const feedbackUid = (assignment: string): string => `${assignment}.assignment@beslutslogg`;

/** The UID of the calendar entry for a meeting. */
export const meetingUid = (meeting: string): string => `${meeting}.meeting@beslutslogg`;
