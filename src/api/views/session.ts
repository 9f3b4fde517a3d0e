import { BodySummaryView } from './body.js';
import { RefView } from './refs.js';
import { ListShown, MaybeShown, Shown, WordView } from './shown.js';

export class CapacityView {
  @Shown({ type: WordView, about: 'The role.' })
  readonly role: WordView;

  @MaybeShown({ type: RefView, about: 'The body; missing: every body.' })
  readonly body?: RefView;
}

/** Who is asking. */
export class MeView {
  @Shown({ about: 'Opaque id, as in facts.', example: 'p03' })
  readonly id: string;

  @MaybeShown({ example: 'Ylva Ek' })
  readonly name?: string;

  @ListShown(CapacityView)
  readonly capacities: readonly CapacityView[];

  @ListShown(BodySummaryView, { about: 'The bodies you may read.' })
  readonly bodies: readonly BodySummaryView[];

  @MaybeShown({ about: 'The body to begin with.', example: 'sra' })
  readonly home?: string;

  @Shown({ about: 'The day it is here.', example: '2026-06-05' })
  readonly today: string;

  @Shown({ example: 'Europe/Stockholm' })
  readonly timeZone: string;

  @Shown({ about: 'A demo: the clock can be moved and the role changed.' })
  readonly demo: boolean;
}

/** Someone to try the demo as. */
export class PersonaView {
  @Shown({ example: 'p03' })
  readonly id: string;

  @Shown({ example: 'Mötessekreterare' })
  readonly title: string;

  @ListShown(WordView)
  readonly roles: readonly WordView[];

  @Shown({ about: 'Sign in with this. It is public.', example: 'demo-sekreterare-ylva' })
  readonly token: string;
}
