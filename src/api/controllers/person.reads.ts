import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isErased, listPersons, personById } from '../../projections/directory.js';
import { Ask, type Asked } from '../asked.js';
import { covers } from '../auth.js';
import { PageQuery } from '../dto/query.dto.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { ReadsOne, ReadsPage } from '../reading.js';
import { IdPipe } from '../shape.pipe.js';
import { PersonView, personView } from '../views/person.js';
import { Resource } from '../written.js';

@ApiTags('People')
@Controller('api/people')
export class PersonReads {
  constructor(@Inject(PARTS) private readonly parts: ApiParts) {}

  @Get()
  @ReadsPage(PersonView, {
    operationId: 'listPeople',
    summary: 'People by name',
    about: 'Only for those who keep the register.',
    need: 'readPeople',
  })
  list(@Query() query: PageQuery, @Ask() { language }: Asked) {
    const { items, next } = listPersons(this.parts.models.db, query);
    return { items: items.map((found) => personView(found, language)), next };
  }

  @Get(':id')
  @ReadsOne(PersonView, {
    operationId: 'getPerson',
    summary: 'A person',
    about: 'For those who keep the register, and for the person.',
    params: { id: 'person-1' },
  })
  one(@Param('id', IdPipe) id: string, @Ask() { actor, language }: Asked) {
    if (actor.id !== id && !covers(actor, 'readPeople')) throw new Problem('notAllowed');
    const { db } = this.parts.models;
    const found = personById(db, id);
    if (!found) throw new Problem(isErased(db, id) ? 'personErased' : 'notFound');
    return new Resource(personView(found, language), found.revision);
  }
}
