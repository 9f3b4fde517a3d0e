import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../commands/commands.js';
import type { Language } from '../../domain/person/events.js';
import { listBodies } from '../../projections/directory.js';
import { words } from '../../projections/words.js';
import { Ask, type Asked } from '../asked.js';
import { Public, SESSIONS, TokenIdentities } from '../auth.js';
import { SignInDto } from '../dto/session.dto.js';
import { languageOf } from '../language.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { ReadsAny } from '../reading.js';
import { bodiesFor } from '../reads.js';
import { Problems } from '../routes.js';
import { fromOwnPage, Sessions } from '../session.js';
import { bodyRef, personRef } from '../views/refs.js';
import { MeView, PersonaView } from '../views/session.js';
import { word } from '../views/shown.js';

/** Signing in from a browser, and who is asking. */
@ApiTags('Session')
@Controller('api')
export class SessionController {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(TokenIdentities) private readonly identities: TokenIdentities,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Post('session')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Sign in from a browser',
    description:
      'Answers with a cookie that scripts cannot read and that is sent to this service only. It lasts twelve hours.',
  })
  @ApiBody({
    type: SignInDto,
    examples: { example: { summary: 'Sign in', value: { token: 'demo-sekreterare-ylva' } } },
  })
  @ApiResponse({ status: 200, type: MeView })
  @Problems(400, 401, 403)
  signIn(
    @Body() { token }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): MeView {
    if (!fromOwnPage(request, this.parts.baseUrl, true)) throw new Problem('foreignPage');
    const holder = this.identities.holderOf(token);
    if (!holder) throw new Problem('unknownToken', { pointer: '/token' });
    this.sessions.open(holder, reply);
    return this.describe(
      { id: holder.actor, grants: holder.grants },
      languageOf(request.headers['accept-language']),
    );
  }

  @Delete('session')
  @Public()
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  @ApiResponse({ status: 204, description: 'The cookie is gone.' })
  signOut(@Res({ passthrough: true }) reply: FastifyReply): void {
    this.sessions.end(reply);
  }

  @Get('me')
  @ReadsAny(MeView, { operationId: 'me', summary: 'Who you are, in what roles, and what day it is' })
  me(@Ask() { actor, language }: Asked): MeView {
    return this.describe(actor, language);
  }

  @Get('demo/personas')
  @Public()
  @ApiOperation({ operationId: 'demoPersonas', summary: 'Whom to try the demo as (demo mode)' })
  @ApiResponse({
    status: 200,
    type: PersonaView,
    isArray: true,
  })
  @Problems(404)
  personas(@Req() request: FastifyRequest): PersonaView[] {
    if (!this.parts.demo) throw new Problem('noSuchPath');
    const language = languageOf(request.headers['accept-language']);
    return this.parts.tokens.flatMap(({ actor, grants, persona }) =>
      persona
        ? [
            {
              id: actor,
              ...persona,
              roles: grants.map(({ role }) => word(words.actor, role, language)),
            },
          ]
        : [],
    );
  }

  private describe(actor: Actor, language: Language): MeView {
    const { clock, demo, models } = this.parts;
    const names = this.lookups.names();
    const bodies = listBodies(models.db, bodiesFor(actor, undefined));
    const [busiest] = [...bodies].sort((a, b) => b.revision - a.revision);
    return {
      id: actor.id,
      name: personRef(actor.id, this.lookups.persons([actor.id]), language).name,
      capacities: actor.grants.map(({ body, role }) => ({
        role: word(words.actor, role, language),
        ...(body !== '*' && { body: bodyRef(body, names) }),
      })),
      bodies,
      home: busiest?.id,
      today: clock.today(),
      timeZone: clock.timeZone,
      demo,
    };
  }
}
