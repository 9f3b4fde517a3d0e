import { useId } from 'react';
import { balanceFinding, type BalanceInput, layBalance } from './balance';
import type { Language } from './days';
import { percent, Picture, Stripes, worded } from './picture';

const texts = {
  sv: {
    name: 'Ärendebalans',
    age: 'Öppet i',
    count: 'Antal',
    old: 'öppet i ett halvår eller mer',
    empty: 'När uppdrag är öppna räknas de här, efter hur länge de har varit det.',
  },
  en: {
    name: 'Case balance',
    age: 'Open for',
    count: 'Count',
    old: 'open for half a year or more',
    empty: 'When assignments are open they are counted here, by how long they have been.',
  },
} as const;

/** What is open, by how long it has been open. */
export function CaseBalance({
  balance,
  language,
}: {
  readonly balance: BalanceInput;
  readonly language: Language;
}) {
  const text = texts[language];
  const stripes = useId();
  const bars = layBalance(balance, language);
  if (balance.open === 0)
    return (
      <Picture name={text.name} finding={balanceFinding(balance, language)} language={language}>
        <p className="picture-empty">{text.empty}</p>
      </Picture>
    );
  return (
    <Picture
      name={text.name}
      finding={balanceFinding(balance, language)}
      language={language}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">{text.age}</th>
              <th scope="col">{text.count}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <svg className="pattern-store" aria-hidden="true">
        <defs>
          <Stripes id={stripes} className="stripe-old" />
        </defs>
      </svg>
      <div className="balance">
        {bars.map(({ name, count, length, old }, index) => (
          <div
            key={name}
            className="balance-row mark"
            {...worded(`${name}: ${count.toString()}`, index === 0)}
          >
            <span className="balance-name">{name}</span>
            <svg className="balance-lane" height="22">
              <rect
                className={old ? 'balance-bar old' : 'balance-bar'}
                fill={old ? `url(#${stripes})` : undefined}
                x="0"
                y="3"
                height="16"
                width={percent(length)}
              />
            </svg>
            <span className="balance-count">{count}</span>
          </div>
        ))}
      </div>
      {bars.some(({ old, count }) => old && count > 0) && (
        <ul className="picture-key" aria-hidden="true">
          <li>
            <svg width="26" height="14">
              <rect
                className="balance-bar old"
                fill={`url(#${stripes})`}
                x="1"
                y="1"
                width="24"
                height="12"
              />
            </svg>
            {text.old}
          </li>
        </ul>
      )}
    </Picture>
  );
}
