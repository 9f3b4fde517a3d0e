import { NavLink, useParams, useSearchParams } from 'react-router';
import { Lost } from '../../app/lost';
import { withPlace } from '../../app/place';
import { AuditTrail } from './audit-trail';
import { BoardAsOf } from './board-as-of';
import { ReplayAssignment, ReplayDecision } from './replay';
import { Reports } from './reports';
import { InReview } from './review';
import { useTexts } from './texts';
import './granskning.css';

/** What an auditor asks, today or in a saved review. */
export function Component() {
  return (
    <InReview>
      <Part />
    </InReview>
  );
}

/** Reports, the board as of a day, the audit trail, and the replay of one thing. */
function Part() {
  const [part = '', id] = (useParams()['*'] ?? '').split('/');
  switch (part) {
    case '':
      return <Reports />;
    case 'laget':
      return <BoardAsOf />;
    case 'logg':
      return <AuditTrail />;
    case 'uppdrag':
      return id ? <ReplayAssignment key={id} id={id} /> : <Lost />;
    case 'beslut':
      return id ? <ReplayDecision key={id} id={id} /> : <Lost />;
    default:
      return <Lost />;
  }
}

/** The parts of the audit pages. */
export function Parts() {
  const text = useTexts();
  const [params] = useSearchParams();
  const links = [
    ['/granskning', text.parts.reports],
    ['/granskning/laget', text.parts.board],
    ['/granskning/logg', text.parts.audit],
  ] as const;
  return (
    <nav className="tabs" aria-label={text.title}>
      {links.map(([to, name]) => (
        <NavLink key={to} to={withPlace(to, params)} end>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
