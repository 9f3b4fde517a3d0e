import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../auth.js';
import { Calendars } from '../calendars.js';
import { Buckets, guessPace } from '../limits.js';
import { Problem, refuseTooMany } from '../problems.js';

const secretForm = /^([A-Za-z0-9_-]{32,128})\.ics$/;

/** Calendars at secret addresses, for the calendar programs of those who opened them. */
@ApiExcludeController()
@Controller('kalender')
export class CalendarController {
  private readonly addresses = new Buckets(guessPace);

  constructor(@Inject(Calendars) private readonly calendars: Calendars) {}

  @Get(':file')
  @Public()
  read(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    refuseTooMany(this.addresses.take(request.ip), 'perSecret');
    const [, secret] = secretForm.exec(file) ?? [];
    const found = secret === undefined ? undefined : this.calendars.bySecret(secret);
    if (!found) throw new Problem('noSuchPath');
    if (found.kind === 'gone') throw new Problem('feedRevoked');
    const etag = `"${createHash('sha256').update(found.text).digest('base64url').slice(0, 22)}"`;
    void reply.headers({
      etag,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="beslutslogg.ics"',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    const seen = (request.headers['if-none-match'] ?? '')
      .split(',')
      .some((known) => ['*', etag].includes(known.trim().replace(/^W\//, '')));
    if (seen) void reply.status(304).send();
    else void reply.send(found.text);
  }
}
