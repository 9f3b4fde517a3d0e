import type { Context, Decider } from '../decider.js';
import type { Instant, LocalDate } from '../when.js';
import type { LeftOut, LetterEvent, LetterItem, LetterKind, LetterWhy } from './events.js';

/** Where a letter stands. `lost`: handed over, and nobody knows whether it arrived. */
export const letterPhases = [
  'none',
  'claimed',
  'handedOver',
  'accepted',
  'refused',
  'failed',
  'lost',
  'withdrawn',
] as const;
export type LetterPhase = (typeof letterPhases)[number];

export interface LetterState {
  readonly exists: boolean;
  readonly phase: LetterPhase;
  readonly kind: LetterKind;
  readonly person: string;
  readonly day: LocalDate;
  readonly about?: string;
  /** What it is about: as claimed, and from the hand-over on as written. */
  readonly items: readonly LetterItem[];
  readonly left: readonly LeftOut[];
  readonly worker: string;
  /** When the last claim runs out. */
  readonly until: Instant;
  readonly attempts: number;
  /** Tries after one that nobody knows the end of: each may have made a second copy. */
  readonly copies: number;
  readonly code?: number;
  /** It was kept and sent to nobody. */
  readonly kept?: true;
  /** The digest of its wording as last handed over. */
  readonly textSha256?: string;
  readonly why?: LetterWhy;
  readonly lastAt: Instant;
}

const initial: LetterState = {
  exists: false,
  phase: 'none',
  kind: 'reminder',
  person: '',
  day: '',
  items: [],
  left: [],
  worker: '',
  until: '',
  attempts: 0,
  copies: 0,
  lastAt: '',
};

const from: { readonly [T in LetterEvent['type']]: readonly LetterPhase[] } = {
  LetterClaimed: ['none', 'claimed', 'refused', 'lost'],
  LetterHandedOver: ['claimed', 'handedOver'],
  LetterAccepted: ['handedOver'],
  LetterRefused: ['claimed', 'handedOver'],
  LetterUnknown: ['handedOver'],
  LetterWithdrawn: ['claimed', 'handedOver', 'refused', 'lost'],
};

/** Whether nothing more will happen to a letter. */
export const isSettled = ({ phase }: Pick<LetterState, 'phase'>): boolean =>
  phase === 'accepted' || phase === 'failed' || phase === 'withdrawn';

/** Rules of a letter's life. Nobody commands it: what happens to it is recorded as it happens. */
export const letter: Decider<LetterState, never, LetterEvent, Context<LetterState>> = {
  initial,
  check: ({ phase }, event) =>
    from[event.type].includes(phase) ? undefined : { code: 'notPossibleNow', params: { state: phase } },
  evolve: (state, event) => {
    const next = { ...state, exists: true, lastAt: event.recordedAt };
    switch (event.type) {
      case 'LetterClaimed':
        return {
          ...next,
          ...event.data,
          phase: 'claimed',
          attempts: state.attempts + 1,
          copies: state.copies + Number(state.phase === 'lost'),
        };
      case 'LetterHandedOver':
        return {
          ...next,
          phase: 'handedOver',
          items: event.data.items,
          ...(event.data.textSha256 !== undefined && { textSha256: event.data.textSha256 }),
          left: [...state.left, ...event.data.left],
        };
      case 'LetterAccepted':
        return { ...next, ...event.data, phase: 'accepted' };
      case 'LetterRefused': {
        const { permanent, code, why } = event.data;
        return { ...next, phase: permanent ? 'failed' : 'refused', why, ...(code !== undefined && { code }) };
      }
      case 'LetterUnknown':
        return { ...next, phase: 'lost', why: event.data.why };
      case 'LetterWithdrawn':
        return {
          ...next,
          phase: 'withdrawn',
          items: [],
          why: event.data.why,
          left: [...state.left, ...event.data.left],
        };
    }
  },
  decide: (command) => command,
};
