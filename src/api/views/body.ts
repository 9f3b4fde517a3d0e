import type { BodyState } from '../../domain/body/body.js';
import type { ReminderPolicy } from '../../domain/body/events.js';
import { holdersOf } from '../../domain/body/body.js';
import type { Language } from '../../domain/person/events.js';
import { policyOf } from '../../domain/reminder/policy.js';
import type { PersonName } from '../../projections/directory.js';
import { words } from '../../projections/words.js';
import { ReminderPolicyDto, SeasonsDto } from '../dto/body.dto.js';
import { personRef, PersonRefView } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

export class BodySummaryView {
  @Shown({ example: 'sra' })
  readonly id: string;

  @Shown({ example: 'Samrådsorganet för Älvdalarna' })
  readonly name: string;

  @Shown({ example: 'SRÄ' })
  readonly shortName: string;

  @Shown({ example: 12 })
  readonly revision: number;
}

export class GroupView {
  @Shown({ example: 'kommunsam' })
  readonly group: string;

  @Shown({ example: 'Kommunsam' })
  readonly name: string;
}

export class PartyView {
  @Shown({ example: 'bjorkvik' })
  readonly party: string;

  @Shown({ example: 'Björkviks kommun' })
  readonly name: string;

  @ListShown(String, { example: ['Björkvik'] })
  readonly aliases: readonly string[];

  @MaybeShown({ example: 'kommunsam' })
  readonly group?: string;

  @Shown({ about: 'It has left the body.' })
  readonly left: boolean;
}

export class RoleView {
  @Shown({ example: 'utvecklingsdirektor' })
  readonly role: string;

  @Shown({ example: 'Region Norrälvens utvecklingsdirektör' })
  readonly title: string;

  @Shown({ type: WordView })
  readonly kind: WordView;

  @MaybeShown({ example: 'rna' })
  readonly party?: string;

  @ListShown(PersonRefView, { about: 'Who holds it.' })
  readonly holders: readonly PersonRefView[];
}

export class CycleEntryView {
  @Shown()
  readonly entry: string;

  @Shown({ example: 'Uppföljning av färdplanen' })
  readonly topic: string;

  @Shown({ example: 'mote-juni' })
  readonly meeting: string;
}

export class BodyView extends BodySummaryView {
  @MaybeShown({ type: SeasonsDto })
  readonly seasons?: SeasonsDto;

  @ListShown(GroupView)
  readonly groups: readonly GroupView[];

  @ListShown(PartyView)
  readonly parties: readonly PartyView[];

  @ListShown(RoleView)
  readonly roles: readonly RoleView[];

  @Shown({ type: ReminderPolicyDto, about: 'When reminders go out.' })
  readonly reminderPolicy: ReminderPolicy;

  @Shown({ about: 'Which of its policies it is; 0 when it has set none.', example: 1 })
  readonly reminderPolicyVersion: number;

  @ListShown(CycleEntryView)
  readonly cycle: readonly CycleEntryView[];
}

/** Everyone a body's view names. */
export const personsOfBody = (state: BodyState): readonly string[] =>
  holdersOf(
    state,
    state.roles.map(({ role }) => role),
  );

export function bodyView(
  id: string,
  revision: number,
  state: BodyState,
  persons: ReadonlyMap<string, PersonName>,
  language: Language,
): BodyView {
  const { name, shortName, seasons, groups, parties, cycle } = state;
  const { version, policy } = policyOf(state);
  return {
    id,
    name,
    shortName,
    revision,
    seasons: seasons && {
      spring: [...seasons.spring],
      summer: [...seasons.summer],
      autumn: [...seasons.autumn],
      winter: [...seasons.winter],
    },
    groups,
    parties,
    roles: state.roles.map(({ kind, holders, ...role }) => ({
      ...role,
      kind: word(words.roleKind, kind, language),
      holders: holders.map((person) => personRef(person, persons, language)),
    })),
    reminderPolicy: policy,
    reminderPolicyVersion: version,
    cycle,
  };
}
