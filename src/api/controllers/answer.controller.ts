import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../domain/refusal.js';
import { Answers, type Standing } from '../answers.js';
import { Public } from '../auth.js';
import { languageOf } from '../language.js';
import { Buckets, guessPace } from '../limits.js';
import { API_LOG, type ApiLog } from '../log.js';
import {
  failedPage,
  faultOf,
  formPage,
  otherActs,
  recordedPage,
  uselessPage,
  type UselessReason,
} from '../pages/answer-page.js';
import { pageHeaders } from '../pages/page.js';
import { type ApiParts, PARTS } from '../parts.js';
import { problemOf } from '../problems.js';

const statuses: { readonly [R in UselessReason]: number } = {
  unknown: 404,
  expired: 410,
  revoked: 410,
  notYours: 410,
  closed: 410,
  reported: 410,
};

/** The pages behind the links in letters: without signing in, without script. */
@ApiExcludeController()
@Controller('svar')
export class AnswerController {
  private readonly addresses = new Buckets(guessPace);

  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(API_LOG) private readonly log: ApiLog,
    @Inject(PARTS) private readonly parts: ApiParts,
  ) {}

  @Get(':token')
  @Public()
  open(
    @Param('token') token: string,
    @Query('igen') again: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answering(request, reply, async () => {
      const standing = await this.answers.standing(token);
      this.show(standing, again === '1', request, reply);
    });
  }

  @Post(':token')
  @Public()
  @HttpCode(200)
  send(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answering(request, reply, async () => {
      const standing = await this.answers.standing(token);
      const text = body instanceof URLSearchParams ? (body.get('text') ?? '').replace(/\r\n?/g, '\n') : '';
      const here = request.url.split('?')[0] ?? '';
      if (standing.kind === 'answered') {
        const same = standing.answer.text === text.trim();
        void reply.redirect(same ? here : `${here}?igen=1`, 303);
        return;
      }
      if (standing.kind === 'useless') {
        this.show(standing, false, request, reply);
        return;
      }
      const { link, about, language } = standing;
      const fault = faultOf(link.act, text);
      if (fault) {
        const others = this.others(standing);
        this.page(reply, 422, formPage(language, about, link.act, others, { text, fault }));
        return;
      }
      try {
        const isNew = await this.answers.give(link, text, request.id);
        void reply.redirect(isNew ? here : `${here}?igen=1`, 303);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.show(await this.answers.standing(token), false, request, reply);
      }
    });
  }

  private show(standing: Standing, refused: boolean, request: FastifyRequest, reply: FastifyReply): void {
    switch (standing.kind) {
      case 'useless': {
        const { reason, secretaryEmail } = standing;
        const language = standing.language ?? languageOf(request.headers['accept-language']);
        this.page(reply, statuses[reason], uselessPage(language, reason, secretaryEmail));
        return;
      }
      case 'open': {
        const { language, about, link } = standing;
        this.page(reply, 200, formPage(language, about, link.act, this.others(standing)));
        return;
      }
      case 'answered': {
        const { language, about, answer } = standing;
        this.page(reply, 200, recordedPage(language, about, { ...answer, refused }));
        return;
      }
    }
  }

  private others({ link }: Extract<Standing, { kind: 'open' }>) {
    return otherActs(link.act).map((act) => ({ act, href: this.answers.href(link, act) }));
  }

  private page(reply: FastifyReply, status: number, text: string): void {
    void reply.status(status).headers(pageHeaders).send(text);
  }

  private async answering(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<void>,
  ): Promise<void> {
    void reply.headers(pageHeaders);
    const wait = this.addresses.take(request.ip);
    if (wait > 0) {
      void reply.header('retry-after', wait);
      this.parts.onRefused?.(429, 'perSecret');
      this.page(reply, 429, failedPage(languageOf(request.headers['accept-language'])));
      return;
    }
    try {
      await work();
    } catch (error) {
      const { code, status } = problemOf(error);
      this.log.error({ requestId: request.id, code }, 'an answer could not be received');
      const language = languageOf(request.headers['accept-language']);
      if (status === 503 || status === 507) this.parts.onRefused?.(status, code);
      this.page(reply, status >= 500 ? status : 500, failedPage(language));
    }
  }
}
