import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteMatter } from '../../commands/commands.js';
import { Ask, type Asked } from '../asked.js';
import {
  CloseMatterDto,
  DropMilestoneBody,
  LinkMatterDto,
  MoveMilestoneBody,
  OpenMatterDto,
  PlanMilestoneDto,
  ReachMilestoneBody,
  ReopenMatterDto,
} from '../dto/matter.dto.js';
import { fieldsOf } from '../dto/fact.dto.js';
import { Changes, Creates } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

const here = { id: 'riktlinje' };

@ApiTags('Matters')
@Controller('api/matters')
export class MatterController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post()
  @Creates('OpenMatter', OpenMatterDto, {
    summary: 'Open a matter',
    example: { body: 'sra', title: 'Riktlinje för trygg utskrivning', number: 'SRÄ 2026/17' },
  })
  open(@Body() dto: OpenMatterDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecuteMatter(id, { type: 'OpenMatter', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/milestones')
  @Changes('PlanMilestone', PlanMilestoneDto, {
    summary: 'Plan a milestone',
    about: 'The date is written as in the minutes.',
    params: here,
    example: { label: 'Remisstid slutar', date: 'till 30 september 2026' },
  })
  plan(@Param('id', IdPipe) id: string, @Body() dto: PlanMilestoneDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMatter(id, { type: 'PlanMilestone', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/milestones/:milestone/move')
  @Changes('MoveMilestone', MoveMilestoneBody, {
    summary: 'Move a milestone',
    params: { ...here, milestone: 'stallningstagande' },
    example: { to: '1 september 2026', form: 'perCapsulam', reasonStated: false, occurred: null },
  })
  move(
    @Param('id', IdPipe) id: string,
    @Param('milestone', IdPipe) milestone: string,
    @Body() dto: MoveMilestoneBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMatter(id, { type: 'MoveMilestone', milestone, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/milestones/:milestone/reach')
  @Changes('ReachMilestone', ReachMilestoneBody, {
    summary: 'Record that a milestone was reached',
    params: { ...here, milestone: 'stallningstagande' },
    example: { note: 'Beslutat per capsulam' },
  })
  reach(
    @Param('id', IdPipe) id: string,
    @Param('milestone', IdPipe) milestone: string,
    @Body() dto: ReachMilestoneBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMatter(id, { type: 'ReachMilestone', milestone, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/milestones/:milestone/drop')
  @Changes('DropMilestone', DropMilestoneBody, {
    summary: 'Drop a milestone',
    params: { ...here, milestone: 'stallningstagande' },
    example: { reason: 'Ingår i nästa delmål' },
  })
  drop(
    @Param('id', IdPipe) id: string,
    @Param('milestone', IdPipe) milestone: string,
    @Body() dto: DropMilestoneBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMatter(id, { type: 'DropMilestone', milestone, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/links')
  @Changes('LinkMatter', LinkMatterDto, {
    summary: 'Link to a matter, a decision or a document',
    params: here,
    example: { kind: 'document', target: 'Remissversion 2', note: 'Bilaga 3 till kallelsen' },
  })
  link(@Param('id', IdPipe) id: string, @Body() dto: LinkMatterDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMatter(id, { type: 'LinkMatter', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/close')
  @Changes('CloseMatter', CloseMatterDto, {
    summary: 'Close a matter',
    params: here,
    example: { reason: 'Riktlinjen gäller' },
  })
  close(@Param('id', IdPipe) id: string, @Body() dto: CloseMatterDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMatter(id, { type: 'CloseMatter', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/reopen')
  @Changes('ReopenMatter', ReopenMatterDto, {
    summary: 'Open a closed matter again',
    params: { id: 'riktlinje-avslutad' },
    example: { reason: 'Ny lagstiftning' },
  })
  reopen(@Param('id', IdPipe) id: string, @Body() dto: ReopenMatterDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMatter(id, { type: 'ReopenMatter', ...fieldsOf(dto) }, call),
    );
  }
}
