import { useGet } from '../../api/client';
import { Words } from '../../app/parts';
import { useAsOf } from '../../app/place';
import type { ReactNode } from 'react';
import '../beslut/beslut.css';

/** What the body asked, word by word, under a heading; nothing while it is not known. */
export function Asked({
  decision,
  point,
  heading,
}: {
  readonly decision: string;
  readonly point: number;
  readonly heading: ReactNode;
}) {
  const asOf = useAsOf();
  const found = useGet('/api/decisions/{id}', { path: { id: decision }, query: asOf });
  const text = found.data?.points.find(({ number }) => number === point)?.text;
  if (text === undefined) return null;
  return (
    <div className="asked">
      {heading}
      <Words>{text}</Words>
    </div>
  );
}
