import { describe, expect, it } from 'vitest';
import { deadlineIn, kindIn } from '../src/pages/moten/reading';

describe('the words of a point', () => {
  it.each([
    ['SRÄ ger direktören i uppdrag att återkomma', 'assigned'],
    ['SRÄ ställer sig bakom förslaget', 'endorsed'],
    ['Samrådsorganet återremitterar ärendet', 'referredBack'],
    ['SRÄ avslår begäran', 'rejected'],
    ['SRÄ bordlägger frågan', 'tabled'],
    ['Rådet noterar informationen', 'noted'],
    ['Uppdraget är slutfört', 'decided'],
    ['The body refers back the matter', 'referredBack'],
  ])('%s: %s', (text, kind) => {
    expect(kindIn(text)).toBe(kind);
  });

  it.each([
    ['ger i uppdrag att återkomma till SRÄ senast i juni 2026', 'senast i juni 2026'],
    ['redovisas senast vecka 45 2026', 'senast vecka 45 2026'],
    ['redovisas senast v. 45', 'senast v. 45'],
    ['slutredovisas senast den 31 mars efter avstämning', 'senast den 31 mars'],
    ['senast den 4 september 2026, efter dialog', 'senast den 4 september 2026'],
    ['under 2026 arbeta vidare och återkomma senast i slutet av november', 'senast i slutet av november'],
    ['senast under hösten', 'senast under hösten'],
    ['återkommer våren 2027', 'våren 2027'],
    ['rapporteras under hösten 2026', 'under hösten 2026'],
    ['klart senast 2026-06-30.', 'senast 2026-06-30'],
    ['senast tredje kvartalet 2026', 'senast tredje kvartalet 2026'],
    ['före årsskiftet', 'före årsskiftet'],
    ['genomförs under 2026', 'under 2026'],
    ['report back by 30 June 2026', 'by 30 June 2026'],
    ['till majoriteten av kommunerna', ''],
    ['underlag till 2027 års budget', ''],
    ['återkomma till SRÄ med ett förslag', ''],
    ['senast känt', ''],
  ])('%s: ”%s”', (text, when) => {
    expect(deadlineIn(text)).toBe(when);
  });
});
