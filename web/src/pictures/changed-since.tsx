import { A, Own, Said, useQuote } from '../app/parts';
import { type BoardChange, type ChangeEntry, type ChangeKind, changesFinding, layChanges } from './changes';
import type { Day, Language } from './days';
import { entry as markEntry, percent, Picture } from './picture';
import { capital, inDays, type Texts } from './words';

const texts = {
  sv: {
    name: 'Ändrat sedan',
    what: 'Vad',
    kind: 'Ändring',
    before: 'Stod',
    after: 'Står nu',
    nothing: 'ingenting',
    later: 'senare',
    earlier: 'tidigare',
    empty: 'Det som tillkommer, får ny frist eller avslutas mellan de två dagarna står här.',
  },
  en: {
    name: 'Changed since',
    what: 'What',
    kind: 'Change',
    before: 'Was',
    after: 'Is now',
    nothing: 'nothing',
    later: 'later',
    earlier: 'earlier',
    empty: 'What is added, moved or closed between the two days stands here.',
  },
} as const;

const kinds: { readonly [K in ChangeKind]: Texts & { readonly sign: string } } = {
  moved: { sv: 'ny frist', en: 'moved', sign: '→' },
  added: { sv: 'tillkommet', en: 'added', sign: '+' },
  removed: { sv: 'inte längre öppet', en: 'no longer open', sign: '✓' },
  changed: { sv: 'ändrat', en: 'changed', sign: '≠' },
};

/** What has changed since a date, what moved first. */
export function ChangedSince({
  changes,
  since,
  language,
  hrefOf,
}: {
  readonly changes: readonly BoardChange[];
  readonly since: Day;
  readonly language: Language;
  readonly hrefOf: (entry: ChangeEntry) => string;
}) {
  const text = texts[language];
  const entries = layChanges(changes);
  const quote = useQuote();
  return (
    <Picture
      name={text.name}
      finding={changesFinding(entries, since, language)}
      language={language}
      table={
        entries.length === 0 ? undefined : (
          <table>
            <thead>
              <tr>
                {[text.what, text.kind, text.before, text.after].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={`${entry.subject}${entry.id}${entry.title}`}>
                  <th scope="row">
                    <Own>{entry.title}</Own>
                  </th>
                  <td>{kinds[entry.kind][language]}</td>
                  <td>
                    <Said>
                      {entry.fields
                        .map(({ label, fromText }) => `${label}: ${fromText ?? text.nothing}`)
                        .join('; ')}
                    </Said>
                  </td>
                  <td>
                    <Said>
                      {entry.fields
                        .map(({ label, toText }) => `${label}: ${toText ?? text.nothing}`)
                        .join('; ')}
                    </Said>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    >
      {entries.length === 0 && <p className="picture-empty">{text.empty}</p>}
      {[...new Set(entries.map(({ kind }) => kind))].map((kind) => {
        const alike = entries.filter((entry) => entry.kind === kind);
        return (
          <section key={kind} className="changes" data-kind={kind} aria-label={kinds[kind][language]}>
            <p className="change-kind">
              <span className="change-sign" aria-hidden="true">
                {kinds[kind].sign}
              </span>
              {capital(kinds[kind][language])} <span className="change-count">{alike.length}</span>
            </p>
            <ul>
              {alike.map((entry) => (
                <li key={`${entry.subject}${entry.id}${entry.title}`}>
                  <div
                    className="change"
                    {...markEntry(`${quote(entry.title)}, ${kinds[kind][language]}`, entry === entries[0])}
                  >
                    <p>
                      <A own to={hrefOf(entry)}>
                        {entry.title}
                      </A>
                    </p>
                    {entry.move && <Move move={entry.move} language={language} />}
                    {entry.fields.length > 0 && (
                      <dl className="change-fields">
                        {entry.fields.map(({ field, label, fromText, toText }) => (
                          <div key={field}>
                            <dt>{capital(label)}</dt>
                            <dd>
                              {fromText !== undefined && (
                                <del>
                                  <Said>{fromText}</Said>
                                </del>
                              )}{' '}
                              {toText !== undefined && (
                                <ins>
                                  <Said>{toText}</Said>
                                </ins>
                              )}
                            </dd>
                          </div>
                        ))}
                      </dl>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Picture>
  );
}

function Move({
  move,
  language,
}: {
  readonly move: NonNullable<ChangeEntry['move']>;
  readonly language: Language;
}) {
  const { from, to, days } = move;
  const text = texts[language];
  return (
    <div className="change-move">
      <svg height="14" aria-hidden="true">
        <line className="band-trail" x1={percent(from)} x2={percent(to)} y1="7" y2="7" />
        <svg x={percent(from)} y="7">
          <circle className="change-old" r="4.5" />
        </svg>
        <svg x={percent(to)} y="7">
          <circle className="change-new" r="5.5" />
        </svg>
      </svg>
      <span>
        {inDays(Math.abs(days), language)} {days > 0 ? text.later : text.earlier}
      </span>
    </div>
  );
}
