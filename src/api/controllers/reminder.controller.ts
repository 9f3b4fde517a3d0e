import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteReminder } from '../../commands/commands.js';
import { Ask, type Asked } from '../asked.js';
import { fieldsOf } from '../dto/fact.dto.js';
import {
  ChangeReminderRecipientDto,
  PauseRemindersDto,
  RemindNowDto,
  ResumeRemindersDto,
  RevokeReminderLinksDto,
} from '../dto/reminder.dto.js';
import { Changes } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

const here = { id: 'uppdrag-1' };
const revision =
  'The revision is that of the reminders, which the ledger answers with; not of the assignment.';

@ApiTags('Reminders')
@Controller('api/assignments/:id/reminders')
export class ReminderController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post('pause')
  @Changes('PauseReminders', PauseRemindersDto, {
    summary: 'Pause the reminders of an assignment',
    about: revision,
    params: here,
    example: { until: '2026-08-16', reason: 'Arbetet vilar över sommaren' },
  })
  pause(@Param('id', IdPipe) id: string, @Body() dto: PauseRemindersDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteReminder(id, { type: 'PauseReminders', ...fieldsOf(dto) }, call),
    );
  }

  @Post('resume')
  @Changes('ResumeReminders', ResumeRemindersDto, {
    summary: 'Resume the reminders of an assignment',
    about: revision,
    params: { id: 'uppdrag-nytt' },
    example: { reason: 'Arbetet är i gång igen' },
  })
  resume(@Param('id', IdPipe) id: string, @Body() dto: ResumeRemindersDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteReminder(id, { type: 'ResumeReminders', ...fieldsOf(dto) }, call),
    );
  }

  @Post('recipient')
  @Changes('ChangeReminderRecipient', ChangeReminderRecipientDto, {
    summary: 'Say who is reminded instead of the holders of a role',
    about: revision,
    params: here,
    example: { role: 'utvecklingsdirektor', person: 'person-2' },
  })
  recipient(@Param('id', IdPipe) id: string, @Body() dto: ChangeReminderRecipientDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteReminder(id, { type: 'ChangeReminderRecipient', ...fieldsOf(dto) }, call),
    );
  }

  @Post('now')
  @Changes('RemindNow', RemindNowDto, {
    summary: 'Remind now',
    about: `It goes out within a minute, on a working day from eight on; the next working day to who has had a letter today. ${revision}`,
    params: here,
    example: { reason: 'Mötet är tidigarelagt' },
  })
  now(@Param('id', IdPipe) id: string, @Body() dto: RemindNowDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteReminder(id, { type: 'RemindNow', ...fieldsOf(dto) }, call),
    );
  }

  @Post('links/revoke')
  @Changes('RevokeReminderLinks', RevokeReminderLinksDto, {
    summary: 'Make the links of a letter about this assignment useless',
    about: revision,
    params: here,
    example: { letter: '2026-06-10.person-1', reason: 'Brevet har skickats vidare' },
  })
  revokeLinks(@Param('id', IdPipe) id: string, @Body() dto: RevokeReminderLinksDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteReminder(id, { type: 'RevokeReminderLinks', ...fieldsOf(dto) }, call),
    );
  }
}
