import type { Mail } from './letter.js';

/** What became of handing a mail over. `kept`: put by instead of sent. `stopped`: the writer had nothing to say after all. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly code?: number; readonly kept?: true }
  | {
      readonly kind: 'refused';
      readonly permanent: boolean;
      readonly code?: number;
      readonly why: 'unreachable' | 'tooSlow' | 'refused' | 'badAddress';
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stopped' };

/** Takes mails onward. */
export interface Mailer {
  /**
   * Hands one mail over. `write` is called once, when the mail server is ready for the text and not before; when it gives
   * nothing, nothing is sent. Never throws for what the mail server does.
   */
  send(
    envelope: { readonly to: string; readonly id: string; readonly person: string },
    write: () => Promise<Mail | undefined>,
  ): Promise<Outcome>;
  close(): void;
}
