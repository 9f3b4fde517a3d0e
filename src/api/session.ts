import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TokenHolder } from '../config.js';

/** How long a sign-in lasts, in seconds. */
export const sessionSeconds = 12 * 60 * 60;

/**
 * Sign-ins of browsers. The cookie says whose token opened it and until when, sealed with a key: nothing is kept in the
 * process, so every instance with the same key knows it, and a token taken out of the configuration ends its sessions.
 */
export class Sessions {
  private readonly key: Buffer;
  private readonly name: string;

  constructor(
    private readonly holders: readonly TokenHolder[],
    private readonly options: { readonly secret?: string; readonly secure: boolean },
  ) {
    this.key = createHmac('sha256', options.secret ?? randomBytes(32))
      .update('beslutslogg session')
      .digest();
    this.name = options.secure ? '__Host-beslutslogg' : 'beslutslogg';
  }

  /** Opens a session for a holder on this answer. */
  open(holder: TokenHolder, reply: FastifyReply): void {
    const until = Math.floor(Date.now() / 1000) + sessionSeconds;
    const value = `${holder.tokenHash.slice(0, 32)}.${until.toString()}.${this.seal(holder, until)}`;
    void reply.header('set-cookie', this.cookie(value, sessionSeconds));
  }

  /** Ends the session of the browser. */
  end(reply: FastifyReply): void {
    void reply.header('set-cookie', this.cookie('', 0));
  }

  /** Whose session a request comes with; `undefined` when there is none that holds. */
  holderOf(request: Pick<FastifyRequest, 'headers'>): TokenHolder | undefined {
    const [, whose, until, seal] = this.pattern.exec(request.headers.cookie ?? '') ?? [];
    if (whose === undefined || until === undefined || seal === undefined) return undefined;
    const holder = this.holders.find(({ tokenHash }) => tokenHash.startsWith(whose));
    if (!holder || Number(until) * 1000 < Date.now()) return undefined;
    const expected = Buffer.from(this.seal(holder, Number(until)));
    const given = Buffer.from(seal);
    return expected.length === given.length && timingSafeEqual(expected, given) ? holder : undefined;
  }

  private get pattern(): RegExp {
    return new RegExp(`(?:^|; *)${this.name}=([0-9a-f]{32})\\.(\\d{1,12})\\.([\\w-]{43})(?:;|$)`);
  }

  private seal(holder: TokenHolder, until: number): string {
    return createHmac('sha256', this.key)
      .update(`${holder.tokenHash}.${until.toString()}`)
      .digest('base64url');
  }

  private cookie(value: string, seconds: number): string {
    const parts = [`${this.name}=${value}`, 'Path=/', `Max-Age=${seconds.toString()}`, 'HttpOnly'];
    return [...parts, 'SameSite=Lax', ...(this.options.secure ? ['Secure'] : [])].join('; ');
  }
}

/**
 * Whether a request comes from one of our own pages, by what browsers say of it and no page can forge. `unsaid` is the
 * answer when nothing is said, as by a program.
 */
export function fromOwnPage(
  { headers }: Pick<FastifyRequest, 'headers'>,
  baseUrl: string,
  unsaid: boolean,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined) return unsaid;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(baseUrl).origin || new URL(origin).host === headers.host;
}
