import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, useGet } from '../../api/client';
import { Day, Empty, Own, Said, Wait, Words } from '../../app/parts';
import { useLanguage, useMoment } from '../../app/place';
import { longDate } from '../../i18n/dates';
import { capital } from '../../pictures/words';
import { PlannedByDay, Standing } from '../paminnelser/planned';
import '../paminnelser/paminnelser.css';

type Ledger = Schemas['LedgerView'];

/** The ledger of an assignment's reminders: planned, held back, sent, arrived, answered, steered by hand; each with why. */
export function Letters({ assignment }: { readonly assignment: string }) {
  const ledger = useGet('/api/assignments/{id}/reminders', { path: { id: assignment } });
  return <Wait for={ledger}>{(found) => <Parts ledger={found} />}</Wait>;
}

function Parts({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { planned, letters, answers, notes, paused, instead, none, possibleCopies } = ledger;
  if (planned.length + letters.length + answers.length + notes.length === 0)
    return <Empty title={t('assignment.noLetters')}>{none && <p>{capital(none.text)}.</p>}</Empty>;
  return (
    <div className="ledger">
      {paused && (
        <p className="ledger-now">
          {t('reminders.pausedFrom')} <Day day={paused.from} far={false} />{' '}
          {paused.until === undefined ? (
            t('reminders.untilResumed')
          ) : (
            <>
              {t('reminders.until')} <Day day={paused.until} />
            </>
          )}
          .
        </p>
      )}
      {instead.map(({ role, person }) => (
        <p key={role.id} className="ledger-now">
          <Said>
            {t('reminders.instead', { role: role.name ?? role.id, person: person.name ?? person.id })}
          </Said>
        </p>
      ))}
      <Section title={t('reminders.planned')}>
        {planned.length === 0 ? (
          <p className="quiet-text">{none ? `${capital(none.text)}.` : t('reminders.noneLeft')}</p>
        ) : (
          <PlannedByDay items={planned} within />
        )}
      </Section>
      {letters.length > 0 && (
        <Section title={t('reminders.sent')}>
          {possibleCopies > 0 && (
            <p className="quiet-text">{t('reminders.copies', { count: possibleCopies })}</p>
          )}
          <ul className="rows">
            {letters.map((letter) => (
              <Letter key={`${letter.letter} ${letter.role.id} ${letter.rung.code}`} letter={letter} />
            ))}
          </ul>
        </Section>
      )}
      {answers.length > 0 && (
        <Section title={t('reminders.answers')}>
          <ul className="rows">
            {answers.map((answer) => (
              <li key={`${answer.at} ${answer.what.code}`} className="row">
                <div className="row-main">
                  <p>
                    {capital(answer.what.text)}
                    {answer.status && `: ${answer.status.text}`}
                  </p>
                  {answer.text !== undefined && <Words>{answer.text}</Words>}
                  <p className="far">
                    <Day day={answer.statedAt} far={false} />
                    {answer.byLetter && ` · ${t('reminders.byLetter')}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {notes.length > 0 && (
        <Section title={t('reminders.notes')}>
          <ul className="rows">
            {notes.map((note) => (
              <li key={`${note.at} ${note.what.code}`} className="row">
                <div className="row-main">
                  <p>
                    {capital(note.what.text)}
                    {note.role?.name !== undefined && (
                      <>
                        {' · '}
                        <Own>{note.role.name}</Own>
                      </>
                    )}
                    {[
                      note.person && (note.person.name ?? note.person.id),
                      note.rung?.text,
                      note.why?.text,
                      note.until && t('reminders.untilDay', { day: longDate(note.until, language) }),
                    ]
                      .filter(Boolean)
                      .map((text) => ` · ${text ?? ''}`)
                      .join('')}
                    {note.reason !== undefined && (
                      <>
                        {' · '}
                        <Own>{note.reason}</Own>
                      </>
                    )}
                  </p>
                  <Moment at={note.at} />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A day and a time of day, where the body is. */
function Moment({ at }: { readonly at: string }) {
  const momentOf = useMoment();
  return (
    <time dateTime={at} className="far">
      {momentOf(at)}
    </time>
  );
}

function Letter({ letter }: { readonly letter: Schemas['LedgerLetterView'] }) {
  const { t } = useTranslation();
  const { to, capacity, role, rung, state, why, attempts, earlierDeadline, linksRevoked, steps } = letter;
  return (
    <li className="row">
      <div className="row-main">
        <p>
          <span className="row-title">{to.name ?? to.id}</span>{' '}
          <span className="far">
            (<Own>{role.name ?? role.id}</Own>, {capacity.text})
          </span>{' '}
          <Standing state={state} />
        </p>
        <p className="far">
          <Day day={letter.day} far={false} />
          {[
            rung.text,
            why?.text,
            earlierDeadline ? t('reminders.earlierDeadline') : undefined,
            linksRevoked ? t('reminders.linksRevoked') : undefined,
            attempts > 1 ? t('reminders.attempts', { count: attempts }) : undefined,
          ]
            .filter(Boolean)
            .map((text) => ` · ${text ?? ''}`)
            .join('')}
        </p>
        {steps.length > 0 && (
          <details>
            <summary>{t('reminders.steps.title')}</summary>
            <ol className="ledger-steps">
              {steps.map((step, at) => (
                <li key={at}>
                  <Moment at={step.at} /> {step.what.text}
                  {step.why && `: ${step.why.text}`}
                  {step.code !== undefined && ` (${step.code.toString()})`}
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </li>
  );
}
