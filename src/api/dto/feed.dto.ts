import type { FeedScope } from '../../domain/feed/feed.js';
import { Choice, Id, Part, Text } from '../fields.js';
import { FactDto, type Given, longest } from './fact.dto.js';

export class FeedScopeDto {
  @Choice(['mine', 'body', 'view'], {
    about: 'What is asked of you, what a body waits for, or a filtered list.',
    example: 'mine',
  })
  kind: FeedScope['kind'];

  @Id({ about: 'With `body`: which one.', example: 'sra', optional: true })
  body?: string;

  @Text(longest.line, { about: 'With `view`: the query of the list.', optional: true })
  query?: string;
}

export class OpenFeedDto extends FactDto implements Given<'OpenFeed'> {
  @Text(64, { about: 'SHA-256 of the secret in the address, in hexadecimal.' })
  secretHash: string;

  @Part(FeedScopeDto, { about: 'What the feed shows.' })
  scope: FeedScope;
}

export class RevokeFeedDto extends FactDto implements Given<'RevokeFeed'> {
  @Text(longest.line, { about: 'Why.', optional: true })
  reason?: string;
}
