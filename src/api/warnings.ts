import { Injectable } from '@nestjs/common';
import type { Language } from '../domain/person/events.js';
import type { Executed } from '../event-store/run-decider.js';
import type { WarningView } from './written.js';
/** x */
@Injectable()
export class Warnings {
  async of(_done: Executed, _language: Language): Promise<readonly WarningView[]> {
    return [];
  }
}
