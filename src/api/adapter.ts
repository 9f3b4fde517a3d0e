import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** The largest request body the API takes, in bytes. */
export const bodyLimit = 1024 * 1024;

/** Reads JSON and nothing else: what a form sends has no business here. An empty body is no body. */
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
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
    },
  });
}
