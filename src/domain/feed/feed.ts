import type { Context, Decider } from '../decider.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import { refuse } from '../refusal.js';

/** What a calendar feed shows: what is asked of its owner, what a body waits for, or a filtered list of it. */
export type FeedScope =
  | { readonly kind: 'mine' }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'view'; readonly query: string };

/** A calendar feed has a secret address; the log holds only the SHA-256 of the secret, in hexadecimal. */
export type FeedEvent =
  | {
      readonly type: 'FeedOpened';
      readonly data: { readonly actor: string; readonly secretHash: string; readonly scope: FeedScope };
    }
  | { readonly type: 'FeedRevoked'; readonly data: { readonly reason?: string } };

export type FeedCommand =
  | { readonly type: 'OpenFeed'; readonly secretHash: string; readonly scope: FeedScope }
  | { readonly type: 'RevokeFeed'; readonly reason?: string };

export interface FeedState {
  readonly exists: boolean;
  readonly revoked: boolean;
  readonly actor: string;
  readonly secretHash: string;
  readonly scope: FeedScope;
}

export interface FeedContext extends Context<FeedState> {
  /** Whether the body a scope names exists. */
  readonly bodyExists: boolean;
}

/** Rules of a calendar feed: only its owner, or an administrator, revokes it. */
export const feed: Decider<FeedState, FeedCommand, FeedEvent, FeedContext> = {
  initial: { exists: false, revoked: false, actor: '', secretHash: '', scope: { kind: 'mine' } },
  check: (state, event) => {
    if (event.type === 'FeedOpened') return state.exists ? { code: 'alreadyExists' } : undefined;
    if (!state.exists) return { code: 'notFound' };
    return state.revoked ? { code: 'unchanged' } : undefined;
  },
  evolve: (state, event) =>
    event.type === 'FeedOpened' ? { ...state, ...event.data, exists: true } : { ...state, revoked: true },
  decide: (command, state, context) => {
    refuseEffectiveFrom(context.when);
    if (command.type === 'OpenFeed') {
      const { scope, secretHash } = command;
      if (scope.kind === 'body' && !context.bodyExists) refuse('unknownReference', '/scope/body');
      return [{ type: 'FeedOpened', data: { actor: context.actor.id, secretHash, scope } }];
    }
    const { exists, actor } = state;
    if (exists && actor !== context.actor.id && context.actor.role !== 'admin') refuse('notFound');
    return [{ type: 'FeedRevoked', data: { reason: command.reason } }];
  },
};
