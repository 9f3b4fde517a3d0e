import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteDecision } from '../../commands/commands.js';
import { Ask, type Asked } from '../asked.js';
import {
  AmendDecisionDto,
  ConfirmDecisionDto,
  CorrectDecisionDto,
  DispatchDecisionDto,
  MarkNoActionNeededBody,
  RecordDecisionDto,
  RevokeDecisionDto,
  SupersedeDecisionDto,
} from '../dto/decision.dto.js';
import { fieldsOf } from '../dto/fact.dto.js';
import { Changes, Creates } from '../routes.js';
import { IdPipe, PointPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

const here = { id: 'beslut-1' };

@ApiTags('Decisions')
@Controller('api/decisions')
export class DecisionController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post()
  @Creates('RecordDecision', RecordDecisionDto, {
    summary: 'Record a decision at an item of the agenda',
    example: {
      body: 'sra',
      meeting: 'mote-mars',
      agendaItem: '5 b',
      title: 'Färdplan för god och nära vård',
      points: [
        { kinds: ['endorsed'], text: 'ställer sig bakom färdplanen' },
        {
          kinds: ['noted', 'assigned'],
          text: 'noterar läget och ger i uppdrag åt Region Norrälvens utvecklingsdirektör att återkomma med förslag',
        },
      ],
      statedAt: '2026-03-19',
      source: { document: 'Mötesanteckningar SRÄ 2026-03-19', quote: 'SRÄ ställer sig bakom färdplanen.' },
    },
  })
  record(@Body() dto: RecordDecisionDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecuteDecision(id, { type: 'RecordDecision', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/points/:n/no-action')
  @Changes('MarkNoActionNeeded', MarkNoActionNeededBody, {
    summary: 'Mark that a point needs no action',
    params: { ...here, n: '1' },
    example: { reason: 'Ställningstagandet är i sig tillräckligt' },
  })
  noAction(
    @Param('id', IdPipe) id: string,
    @Param('n', PointPipe) n: number,
    @Body() dto: MarkNoActionNeededBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteDecision(id, { type: 'MarkNoActionNeeded', point: n, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/confirm')
  @Changes('ConfirmDecision', ConfirmDecisionDto, {
    summary: 'Confirm a recorded decision',
    params: { id: 'beslut-oppet' },
    example: { meeting: 'mote-juni' },
  })
  confirm(@Param('id', IdPipe) id: string, @Body() dto: ConfirmDecisionDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteDecision(id, { type: 'ConfirmDecision', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/correct')
  @Changes('CorrectDecision', CorrectDecisionDto, {
    summary: 'Correct what was recorded wrongly',
    about: 'What stood before is kept.',
    params: here,
    example: { reason: 'Skrivfel i anteckningarna', title: 'Färdplan för god och nära vård 2026–2029' },
  })
  correct(@Param('id', IdPipe) id: string, @Body() dto: CorrectDecisionDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteDecision(id, { type: 'CorrectDecision', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/amend')
  @Changes('AmendDecision', AmendDecisionDto, {
    summary: 'Amend a decision by a new one',
    params: here,
    example: {
      reason: 'Ny punkt',
      points: [{ number: 3, kinds: ['recommended'], text: 'rekommenderar parterna att följa riktlinjen' }],
    },
  })
  amend(@Param('id', IdPipe) id: string, @Body() dto: AmendDecisionDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteDecision(id, { type: 'AmendDecision', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/supersede')
  @Changes('SupersedeDecision', SupersedeDecisionDto, {
    summary: 'Replace a decision by a later one',
    params: here,
    example: { by: 'beslut-nytt', reason: 'Ny överenskommelse' },
  })
  supersede(@Param('id', IdPipe) id: string, @Body() dto: SupersedeDecisionDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteDecision(id, { type: 'SupersedeDecision', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/revoke')
  @Changes('RevokeDecision', RevokeDecisionDto, {
    summary: 'Revoke a decision',
    params: here,
    example: { reason: 'Förutsättningarna finns inte längre' },
  })
  revoke(@Param('id', IdPipe) id: string, @Body() dto: RevokeDecisionDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteDecision(id, { type: 'RevokeDecision', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/dispatch')
  @Changes('DispatchDecision', DispatchDecisionDto, {
    summary: 'Record to whom a decision was sent',
    params: here,
    example: { to: ['Björkviks kommun', 'Kommunsam'] },
  })
  dispatch(@Param('id', IdPipe) id: string, @Body() dto: DispatchDecisionDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteDecision(id, { type: 'DispatchDecision', ...fieldsOf(dto) }, call),
    );
  }
}
