import type { Language } from '../../domain/person/events.js';
import type { FeedFound } from '../../projections/feeds.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import { bodyRef, RefView } from './refs.js';
import { MaybeShown, Shown, word, WordView } from './shown.js';

/** A calendar feed of yours. Its secret is not kept, and cannot be shown again. */
export class FeedView {
  @Shown({ example: 'flode-1' })
  readonly id: string;

  @Shown({ about: 'For `If-Match` when it is revoked.', example: 0 })
  readonly revision: number;

  @Shown({ type: WordView, about: 'What it shows.' })
  readonly scope: WordView;

  @MaybeShown({ type: RefView, about: 'The body whose meetings and feedback it shows.' })
  readonly body?: RefView;

  @MaybeShown({ about: 'The filters of the list it shows.', example: 'body=sra&state=open' })
  readonly query?: string;

  @Shown({ example: '2026-06-10T07:12:00.000Z' })
  readonly opened: string;

  @MaybeShown({ about: 'When it was revoked.' })
  readonly revoked?: string;
}

export const feedView = (
  { id, revision, scope, opened, revoked }: FeedFound,
  names: Names,
  language: Language,
): FeedView => ({
  id,
  revision,
  scope: word(words.feedScope, scope.kind, language),
  body: scope.kind === 'body' ? bodyRef(scope.body, names) : undefined,
  query: scope.kind === 'view' ? scope.query : undefined,
  opened,
  revoked,
});
