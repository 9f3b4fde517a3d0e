import { Inject, Injectable } from '@nestjs/common';
import { ExecuteDecision, ExecuteMeeting } from '../commands/commands.js';
import { comparePositions } from '../domain/events.js';
import { Refusal } from '../domain/refusal.js';
import { type DecisionRow, listDecisions } from '../projections/decision-log.js';
import type { Asked } from './asked.js';
import { type ApproveNotesBody, approvalOf } from './dto/meeting.dto.js';
import { fieldsOf } from './dto/fact.dto.js';
import { type ApiParts, PARTS } from './parts.js';
import { Problem, problemBody, problemOf } from './problems.js';
import { patience } from './visibility.js';
import { refusedConfirmation } from './warnings.js';
import { callOf, Writes } from './writes.js';
import { type WarningView, Written } from './written.js';

/** The approval of notes, which may also confirm what the meeting decided. */
@Injectable()
export class Approval {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(PARTS) private readonly parts: ApiParts,
  ) {}

  /**
   * Approves the notes, then confirms each open decision of the meeting under a key of its own: sent again with the same
   * key, it finishes what was cut short. A decision that cannot be confirmed is a warning and hinders no other.
   */
  async approve(meeting: string, body: ApproveNotesBody, asked: Asked): Promise<Written> {
    const open = body.confirmDecisions ? await this.unconfirmed(meeting) : [];
    const written = await this.writes.change(
      asked,
      body,
      (call) => new ExecuteMeeting(meeting, { type: 'ApproveNotes', ...fieldsOf(approvalOf(body)) }, call),
    );
    let { position } = written;
    const warnings: WarningView[] = [];
    for (const decision of open) {
      const done = await this.confirm(decision, body, asked);
      if ('code' in done) warnings.push(done);
      else if (done.position !== null && (position === null || comparePositions(done.position, position) > 0))
        position = done.position;
    }
    return new Written({ ...written, position, warnings });
  }

  private async confirm(
    { id, title }: DecisionRow,
    body: ApproveNotesBody,
    asked: Asked,
  ): Promise<{ readonly position: string | null } | WarningView> {
    const key = asked.key();
    const own = key && { key: `${key.key}#${id}`, digest: key.digest };
    try {
      return await this.writes.send(
        new ExecuteDecision(
          id,
          { type: 'ConfirmDecision', meeting: body.atMeeting },
          callOf(asked, body, own),
        ),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'notPossibleNow' && error.params['state'] === 'confirmed') return { position: null };
      return refusedConfirmation(
        title,
        problemBody(problemOf(error), asked.language, '').detail,
        asked.language,
      );
    }
  }

  private async unconfirmed(meeting: string): Promise<readonly DecisionRow[]> {
    const { store, models, clock } = this.parts;
    const head = await store.head();
    if (head !== null && !(await models.waitFor(head, patience)))
      throw new Problem('notYetVisible', { headers: { 'retry-after': '1' } });
    const found: DecisionRow[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = listDecisions(models.db, { meeting, state: 'recorded' }, clock.today(), {
        limit: 200,
        cursor,
      });
      found.push(...page.items);
      cursor = page.next;
      more = cursor !== undefined;
    }
    return found;
  }
}
