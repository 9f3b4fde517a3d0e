import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecutePerson, ExecuteRegister } from '../../commands/commands.js';
import { Ask, type Asked } from '../asked.js';
import { fieldsOf } from '../dto/fact.dto.js';
import {
  ErasePersonBody,
  NameDeputyDto,
  RegisterPersonDto,
  StateAbsenceDto,
  UpdatePersonDto,
} from '../dto/person.dto.js';
import { Changes, Creates, Erases } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

const here = { id: 'person-1' };

@ApiTags('People')
@Controller('api/people')
export class PersonController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post()
  @Creates('RegisterPerson', RegisterPersonDto, {
    summary: 'Register a person',
    about: 'Personal data can be erased later; nothing else in the log holds it.',
    example: { name: 'Åsa Öberg-Ängström', email: 'asa.oberg@bjorkvik.example', language: 'sv' },
  })
  register(@Body() dto: RegisterPersonDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecutePerson(id, { type: 'RegisterPerson', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id')
  @Changes('UpdatePerson', UpdatePersonDto, {
    summary: 'Change a person’s details',
    params: here,
    example: { email: 'asa.oberg@asmark.example' },
  })
  update(@Param('id', IdPipe) id: string, @Body() dto: UpdatePersonDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecutePerson(id, { type: 'UpdatePerson', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/absences')
  @Changes('StateAbsence', StateAbsenceDto, {
    summary: 'State an absence',
    params: here,
    example: { from: '2026-07-06', to: '2026-08-02' },
  })
  stateAbsence(@Param('id', IdPipe) id: string, @Body() dto: StateAbsenceDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecutePerson(id, { type: 'StateAbsence', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/deputy')
  @Changes('NameDeputy', NameDeputyDto, {
    summary: 'Name who stands in',
    params: here,
    example: { deputy: 'person-2' },
  })
  nameDeputy(@Param('id', IdPipe) id: string, @Body() dto: NameDeputyDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecutePerson(id, { type: 'NameDeputy', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/erase')
  @Erases('ErasePerson', ErasePersonBody, {
    summary: 'Erase a person’s data for good',
    about: 'History stays readable (“tidigare handläggare”). This cannot be undone.',
    params: here,
    example: { reason: 'På egen begäran' },
  })
  erase(@Param('id', IdPipe) id: string, @Body() dto: ErasePersonBody, @Ask() asked: Asked) {
    return this.writes.erase(
      asked,
      dto,
      id,
      (call) => new ExecuteRegister(id, { type: 'ErasePerson', person: id, ...fieldsOf(dto) }, call),
    );
  }
}
