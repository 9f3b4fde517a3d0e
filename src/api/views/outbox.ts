import type { Language } from '../../domain/person/events.js';
import { PersonRefView } from './refs.js';
import { ListShown, MaybeShown, Shown } from './shown.js';

/** A mail that was kept instead of sent. */
export class KeptMailItemView {
  @Shown({ example: '2026-06-10.person-1' })
  readonly id: string;

  @Shown({ example: '2026-06-10T06:00:00.000Z' })
  readonly at: string;

  @Shown({ type: PersonRefView })
  readonly to: PersonRefView;

  @Shown({ example: 'Uppdrag från SRÄ: Återkomma med förslag' })
  readonly subject: string;

  @Shown({ type: String, about: 'The language it is written in: its reader’s.', example: 'sv' })
  readonly language: Language;
}

export class MailHeaderView {
  @Shown({ example: 'Auto-Submitted' })
  readonly name: string;

  @Shown({ example: 'auto-generated' })
  readonly value: string;
}

export class KeptMailView extends KeptMailItemView {
  @Shown({ example: 'asa@bjorkvik.example' })
  readonly address: string;

  @MaybeShown({ about: 'Whom a reply reaches: the secretary.' })
  readonly replyTo?: string;

  @ListShown(MailHeaderView, { about: 'Besides those every mail has.' })
  readonly headers: readonly MailHeaderView[];

  @Shown({ about: 'The mail as plain text.' })
  readonly text: string;

  @Shown({ about: 'The same as HTML.' })
  readonly html: string;

  @MaybeShown({ about: 'The calendar entry that comes along (iCalendar).' })
  readonly calendar?: string;

  @MaybeShown({ about: 'What takes back calendar entries of earlier mails (iCalendar, CANCEL).' })
  readonly cancelled?: string;
}
