import { useTranslation } from 'react-i18next';
import type { TimeAxis } from '../api/answers.ts';

const AXES = ['recorded', 'occurred'] as const satisfies readonly TimeAxis[];

export const AxisChoice = ({
  axis,
  onChoose,
}: {
  readonly axis: TimeAxis;
  readonly onChoose: (axis: TimeAxis) => void;
}) => {
  const { t } = useTranslation();
  return (
    <fieldset className="as-of-axes">
      <legend>{t('asOf.axis')}</legend>
      {AXES.map((choice) => (
        <div key={choice} className="as-of-axis-choice">
          <input
            id={`axis-${choice}`}
            type="radio"
            name="axis"
            checked={axis === choice}
            aria-describedby={`axis-${choice}-means`}
            onChange={() => {
              onChoose(choice);
            }}
          />
          <label htmlFor={`axis-${choice}`}>{t(`asOf.${choice}`)}</label>
          <small id={`axis-${choice}-means`}>{t(`asOf.${choice}Means`)}</small>
        </div>
      ))}
    </fieldset>
  );
};
