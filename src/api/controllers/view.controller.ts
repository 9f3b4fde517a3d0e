import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteView } from '../../commands/commands.js';
import { getSavedView, listSavedViews } from '../../projections/saved-views.js';
import { Ask, type Asked } from '../asked.js';
import { mayRead } from '../auth.js';
import { fieldsOf } from '../dto/fact.dto.js';
import { SavedViewsQuery } from '../dto/query.dto.js';
import { RemoveViewDto, RenameViewDto, RestoreViewDto, SaveViewDto } from '../dto/view.dto.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { ReadsOne, ReadsPage } from '../reading.js';
import { Changes, Creates } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { maySee } from '../standpoints.js';
import { SavedViewView, savedViewView } from '../views/saved-view.js';
import { Writes } from '../writes.js';
import { Resource } from '../written.js';

const here = { id: 'vy-1' };

@ApiTags('Saved views and reviews')
@Controller('api/views')
export class ViewController {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get()
  @ReadsPage(SavedViewView, {
    operationId: 'listViews',
    summary: 'What the body has saved under a name, and what you have saved for yourself',
    about: 'By name. All of it at once.',
  })
  list(@Query() { body }: SavedViewsQuery, @Ask() { actor }: Asked): { items: SavedViewView[] } {
    const { models, clock } = this.parts;
    const found = mayRead(actor, body) ? listSavedViews(models.db, body, actor.id) : [];
    return { items: found.map((one) => savedViewView(one, clock.timeZone)) };
  }

  @Get(':id')
  @ReadsOne(SavedViewView, {
    operationId: 'getView',
    summary: 'Something saved under a name, also when it has been removed',
    params: here,
  })
  one(@Param('id', IdPipe) id: string, @Ask() { actor }: Asked) {
    const { models, clock } = this.parts;
    const found = getSavedView(models.db, id);
    if (!found || !maySee(actor, found)) throw new Problem('notFound');
    return new Resource(savedViewView(found, clock.timeZone), found.revision);
  }

  @Post()
  @Creates('SaveView', SaveViewDto, {
    summary: 'Save an address of the web under a name',
    about:
      'An address in Granskning is saved as a review: reads with its id as `review` answer from the log as it was when it was saved.',
    example: {
      body: 'sra',
      name: 'Läget inför juni',
      address: '/granskning/laget?dag=2026-03-19',
      shared: true,
    },
  })
  save(@Body() dto: SaveViewDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecuteView(id, { type: 'SaveView', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/rename')
  @Changes('RenameView', RenameViewDto, {
    summary: 'Give something saved another name',
    params: here,
    example: { name: 'Försenat före sommaren' },
  })
  rename(@Param('id', IdPipe) id: string, @Body() dto: RenameViewDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteView(id, { type: 'RenameView', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/remove')
  @Changes('RemoveView', RemoveViewDto, {
    summary: 'Remove something saved from the list',
    about: 'A review can still be opened by its id.',
    params: here,
    example: {},
  })
  remove(@Param('id', IdPipe) id: string, @Body() dto: RemoveViewDto, @Ask() asked: Asked) {
    return this.writes.change(asked, dto, (call) => new ExecuteView(id, { type: 'RemoveView' }, call));
  }

  @Post(':id/restore')
  @Changes('RestoreView', RestoreViewDto, {
    summary: 'Put something removed back in the list',
    params: { id: 'vy-2' },
    example: {},
  })
  restore(@Param('id', IdPipe) id: string, @Body() dto: RestoreViewDto, @Ask() asked: Asked) {
    return this.writes.change(asked, dto, (call) => new ExecuteView(id, { type: 'RestoreView' }, call));
  }
}
