/** Exit codes: 0 done · 1 something was refused or found wrong · 2 wrong use or configuration · 70 the log failed. */
export const exitCodes = { done: 0, refused: 1, usage: 2, failed: 70 } as const;
