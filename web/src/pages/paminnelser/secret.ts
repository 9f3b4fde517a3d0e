import { hex } from '../../api/client';

/** 256 random bits as text that may stand in an address. */
export const newSecret = (): string => hex(crypto.getRandomValues(new Uint8Array(32)));

/** The SHA-256 of a text, in hexadecimal. */
export const sha256 = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
