import type { Schemas } from '../../api/client';
import { useLanguage, usePast, useToday } from '../../app/place';
import { FeedbackBand } from '../../pictures/feedback-band';
import { adaptAwaited, adaptMeetings } from '../../pictures/from-api';
import { useMeetings } from './meetings';

/** When the body can expect to hear back. */
export default function Band({ items }: { readonly items: readonly Schemas['FeedbackView'][] }) {
  const { all } = useMeetings();
  return (
    <FeedbackBand
      today={useToday()}
      then={usePast() !== undefined}
      meetings={adaptMeetings(all)}
      awaited={adaptAwaited(items)}
      language={useLanguage()}
    />
  );
}
