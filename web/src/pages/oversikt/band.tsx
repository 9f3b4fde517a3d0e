import type { Schemas } from '../../api/client';
import { FeedbackList } from './feedback-list';

/** When the body can expect to hear back. */
export default function Band({ items }: { readonly items: readonly Schemas['FeedbackView'][] }) {
  return <FeedbackList items={items} />;
}
