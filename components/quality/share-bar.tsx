import classes from './quality.module.css';

/** A part of the whole; what no part takes stays empty. */
export interface BarPart {
  kind: 'good' | 'repaired' | 'lost';
  share: number;
}

/** Shares of a whole as a bar. The figures beside it say the same: it is drawn for the eye alone. */
export function ShareBar({ parts }: { parts: readonly BarPart[] }) {
  return (
    <span className={classes.bar} aria-hidden>
      {parts.map(
        ({ kind, share }) => share > 0 && <span key={kind} className={classes.part} data-kind={kind} style={{ width: `${share * 100}%` }} />,
      )}
    </span>
  );
}
