import type { ActorRole } from '../events.js';
import type { Context, Decider, RuleBreach } from '../decider.js';
import { refuse, words } from '../refusal.js';

/**
 * What was saved: an address of the web under a name. With an `owner` it is theirs alone, by opaque id; without, it is the
 * body's. The name is free text like the titles of decisions: no place for names of people.
 */
export interface Saved {
  readonly body: string;
  readonly owner?: string;
  readonly name: string;
  /** Path and query, `/uppdrag?lage=closed`. */
  readonly address: string;
}

/**
 * A saved view shows what holds when it is opened. A saved review is a question of the audit pages that is answered from the
 * log as it was just before this fact: its own place in the log is the cut, and the day it was recorded is its today.
 */
export type ViewEvent =
  | { readonly type: 'ViewSaved'; readonly data: Saved }
  | { readonly type: 'ReviewSaved'; readonly data: Saved }
  | { readonly type: 'ViewRenamed'; readonly data: { readonly name: string } }
  | { readonly type: 'ViewRemoved'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'ViewRestored'; readonly data: Readonly<Record<string, never>> };

export type ViewCommand =
  | {
      readonly type: 'SaveView';
      readonly body: string;
      readonly name: string;
      readonly address: string;
      /** For everyone in the body; else for whoever saves it. */
      readonly shared: boolean;
    }
  | { readonly type: 'RenameView'; readonly name: string }
  | { readonly type: 'RemoveView' }
  | { readonly type: 'RestoreView' };

export interface ViewState extends Saved {
  readonly exists: boolean;
  readonly removed: boolean;
  readonly review: boolean;
}

export interface ViewContext extends Context<ViewState> {
  readonly bodyExists: boolean;
}

/** The capacities in which one may keep what the whole body sees. */
export const sharers: readonly ActorRole[] = ['chair', 'secretary', 'admin', 'auditor'];

const savable = /^\/(?:beslut|uppdrag|granskning(?:\/[A-Za-z0-9][\w.-]*)*)(?:\?[\w.~%!*'()+,:;@/?&=-]*)?$/;
const isReview = (address: string): boolean => address.startsWith('/granskning');

function check(state: ViewState, event: ViewEvent): RuleBreach | undefined {
  switch (event.type) {
    case 'ViewSaved':
    case 'ReviewSaved':
      return state.exists ? { code: 'alreadyExists' } : undefined;
    case 'ViewRenamed':
      if (!state.exists || state.removed) return { code: 'notFound' };
      return event.data.name === state.name ? { code: 'unchanged' } : undefined;
    case 'ViewRemoved':
    case 'ViewRestored':
      if (!state.exists) return { code: 'notFound' };
      return state.removed === (event.type === 'ViewRemoved') ? { code: 'unchanged' } : undefined;
  }
}

function evolve(state: ViewState, event: ViewEvent): ViewState {
  switch (event.type) {
    case 'ViewSaved':
    case 'ReviewSaved':
      return { ...state, ...event.data, exists: true, review: event.type === 'ReviewSaved' };
    case 'ViewRenamed':
      return { ...state, name: event.data.name };
    case 'ViewRemoved':
      return { ...state, removed: true };
    case 'ViewRestored':
      return { ...state, removed: false };
  }
}

function decide(command: ViewCommand, state: ViewState, context: ViewContext): readonly ViewEvent[] {
  const { id, role } = context.actor;
  const mayShare = sharers.includes(role);
  if (command.type === 'SaveView') {
    const { body, address, shared } = command;
    if (!context.bodyExists) refuse('unknownReference', '/body');
    if (shared && !mayShare) refuse('notAllowed', '/shared', { command: command.type });
    if (!savable.test(address)) refuse('notSavable', '/address');
    const data = {
      body,
      ...(!shared && { owner: id }),
      name: words(command.name, '/name'),
      address,
    };
    return [{ type: isReview(address) ? 'ReviewSaved' : 'ViewSaved', data }];
  }
  if (state.owner !== undefined && state.owner !== id) refuse('notFound');
  if (state.exists && state.owner === undefined && !mayShare)
    refuse('notAllowed', '', { command: command.type });
  switch (command.type) {
    case 'RenameView':
      return [{ type: 'ViewRenamed', data: { name: words(command.name, '/name') } }];
    case 'RemoveView':
      return [{ type: 'ViewRemoved', data: {} }];
    case 'RestoreView':
      return [{ type: 'ViewRestored', data: {} }];
  }
}

/** Rules of what is saved under a name: one's own is for oneself, the body's is kept by those who keep its log or examine it. */
export const view: Decider<ViewState, ViewCommand, ViewEvent, ViewContext> = {
  initial: { exists: false, removed: false, review: false, body: '', name: '', address: '' },
  evolve,
  check,
  decide,
};
