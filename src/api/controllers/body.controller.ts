import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteBody } from '../../commands/commands.js';
import { Ask, type Asked } from '../asked.js';
import {
  AdmitPartyDto,
  AppointHolderBody,
  DefineRoleDto,
  FormPartyGroupDto,
  PlaceCycleEntryDto,
  RecordHolderLeftBody,
  RecordPartyLeftBody,
  RegisterBodyDto,
  SetReminderPolicyDto,
} from '../dto/body.dto.js';
import { fieldsOf } from '../dto/fact.dto.js';
import { Changes, Creates } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

const here = { id: 'sra' };

@ApiTags('Bodies')
@Controller('api/bodies')
export class BodyController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post()
  @Creates('RegisterBody', RegisterBodyDto, {
    summary: 'Register a body',
    example: { name: 'Samrådsorganet för Norra Älvdalarna', shortName: 'SNÄ' },
  })
  register(@Body() dto: RegisterBodyDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecuteBody(id, { type: 'RegisterBody', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/party-groups')
  @Changes('FormPartyGroup', FormPartyGroupDto, {
    summary: 'Form a group of parties',
    params: here,
    example: { name: 'Östra Kommunsam' },
  })
  formGroup(@Param('id', IdPipe) id: string, @Body() dto: FormPartyGroupDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'FormPartyGroup', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/parties')
  @Changes('AdmitParty', AdmitPartyDto, {
    summary: 'Admit a party',
    params: here,
    example: { name: 'Åsmarks kommun', aliases: ['Åsmark'], group: 'kommunsam' },
  })
  admit(@Param('id', IdPipe) id: string, @Body() dto: AdmitPartyDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'AdmitParty', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/parties/:party/leave')
  @Changes('RecordPartyLeft', RecordPartyLeftBody, {
    summary: 'Record that a party left',
    params: { ...here, party: 'bjorkvik' },
    example: {},
  })
  partyLeft(
    @Param('id', IdPipe) id: string,
    @Param('party', IdPipe) party: string,
    @Body() dto: RecordPartyLeftBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'RecordPartyLeft', party }, call),
    );
  }

  @Post(':id/roles')
  @Changes('DefineRole', DefineRoleDto, {
    summary: 'Define a role',
    params: here,
    example: { title: 'Björkviks socialchef', kind: 'responsible', party: 'bjorkvik' },
  })
  defineRole(@Param('id', IdPipe) id: string, @Body() dto: DefineRoleDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'DefineRole', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/roles/:role/holders')
  @Changes('AppointHolder', AppointHolderBody, {
    summary: 'Appoint a holder of a role',
    params: { ...here, role: 'utvecklingsdirektor' },
    example: { person: 'person-2' },
  })
  appoint(
    @Param('id', IdPipe) id: string,
    @Param('role', IdPipe) role: string,
    @Body() dto: AppointHolderBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'AppointHolder', role, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/roles/:role/holders/:person/leave')
  @Changes('RecordHolderLeft', RecordHolderLeftBody, {
    summary: 'Record that a person no longer holds a role',
    params: { ...here, role: 'utvecklingsdirektor', person: 'person-1' },
    example: {},
  })
  holderLeft(
    @Param('id', IdPipe) id: string,
    @Param('role', IdPipe) role: string,
    @Param('person', IdPipe) person: string,
    @Body() dto: RecordHolderLeftBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'RecordHolderLeft', role, person }, call),
    );
  }

  @Post(':id/reminder-policy')
  @Changes('SetReminderPolicy', SetReminderPolicyDto, {
    summary: 'Set when reminders go out',
    params: here,
    example: {
      policy: {
        received: true,
        materialDays: 14,
        beforeMeeting: [42, 21],
        afterMeeting: [1],
        beforeEnd: [10, 3],
        afterEnd: [7],
        escalateDays: 21,
      },
    },
  })
  setPolicy(@Param('id', IdPipe) id: string, @Body() dto: SetReminderPolicyDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'SetReminderPolicy', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/cycle')
  @Changes('PlaceCycleEntry', PlaceCycleEntryDto, {
    summary: 'Place a topic in the annual cycle',
    params: here,
    example: { topic: 'Uppföljning av färdplanen', meeting: 'mote-juni' },
  })
  placeInCycle(@Param('id', IdPipe) id: string, @Body() dto: PlaceCycleEntryDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteBody(id, { type: 'PlaceCycleEntry', ...fieldsOf(dto) }, call),
    );
  }
}
