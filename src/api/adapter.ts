import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** The largest request body the API takes, in bytes. */
export const bodyLimit = 1024 * 1024;

/** The one route that takes what a form sends, and how much of it. */
const formRoute = '/svar/:token';
const formLimit = 64 * 1024;

/** Reads JSON and nothing else, but for the one page with a form: what forms send has no business elsewhere. An empty body is no body. */
class JsonOnlyAdapter extends FastifyAdapter {
  override registerParserMiddleware(): void {
    const fastify = this.getInstance();
    const parse = fastify.getDefaultJsonParser('error', 'error');
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit },
      (request, body, done) => {
        if (body.length === 0) done(null, undefined);
        else void parse(request, body.toString(), done);
      },
    );
    fastify.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimit },
      (request, body, done) => {
        if (request.routeOptions.url === formRoute) done(null, new URLSearchParams(body.toString()));
        else done(new UnsupportedMediaTypeException());
      },
    );
  }
}

/**
 * The HTTP server under the API. Every request has an id: the caller's `X-Request-Id`, or a new one. What `trustedProxies`
 * say of the caller's address is believed.
 */
export function fastifyAdapter(trustedProxies: readonly string[] = []): FastifyAdapter {
  return new JsonOnlyAdapter({
    bodyLimit,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
    },
  });
}
