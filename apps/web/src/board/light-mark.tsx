import { lightTexts } from '@duban/domain/texts';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Light } from '../api/answers.ts';
import { useTerm } from '../terms/use-terms.ts';
import { LightShape } from './light-shape.tsx';

/** Shape, word and colour: it says the same in black and white and to a screen reader. */
export const LightMark = ({ light }: { readonly light: Light }) => {
  const { t, i18n } = useTranslation();
  const term = useTerm();
  const text = term(lightTexts, light.color);
  const [short = text] = text.split(/[::]/);
  const ruleName = `board.lightRules.${light.ruleId}`;
  const rule = i18n.exists(ruleName) ? t(ruleName as 'board.lightRules.overdue') : light.ruleId;
  const left = light.workingDaysLeft;
  const days =
    left === null
      ? ''
      : left < 0
        ? t('board.daysOver', { count: -left })
        : t('board.daysLeft', { count: left });
  const title = [text, rule, days].filter((part) => part !== '').join(' · ');
  return (
    <Tooltip title={title}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the explanation must be reachable by keyboard */}
      <span className={`light light-${light.color}`} tabIndex={0}>
        <LightShape color={light.color} />
        <span aria-hidden="true">{short}</span>
        <span className="unseen">{title}</span>
      </span>
    </Tooltip>
  );
};
