import type { ItemStage } from './case.vocabulary.ts';
import { stageTexts } from './item-terms.texts.ts';
import { text, type Text } from '../texts/text.ts';

const listed = (stages: readonly ItemStage[]): Text =>
  text(
    stages.map((stage) => stageTexts[stage].zh).join('、'),
    stages.map((stage) => stageTexts[stage].en).join(', '),
  );

/** One sentence that says why a step cannot be taken now, before anything is filled in. */
export const hindranceText = (
  hindrance:
    | { readonly code: 'item.wrong-stage'; readonly allowed: readonly ItemStage[] }
    | { readonly code: 'step.not-yours'; readonly whose: Text }
    | { readonly code: 'case.not-open' | 'step.nothing-there' },
  stage: ItemStage | null,
): Text => {
  switch (hindrance.code) {
    case 'item.wrong-stage': {
      const now = stage === null ? text('未知', 'unknown') : stageTexts[stage];
      const { zh, en } = listed(hindrance.allowed);
      return text(
        `事项现处“${now.zh}”，须在以下阶段办理：${zh}`,
        `The item is at “${now.en}”; this is done at: ${en}`,
      );
    }
    case 'case.not-open':
      return text('案件的当前状态不能这样办理', 'The case is not in a state that allows this');
    case 'step.not-yours':
      return text(
        `这不归您办：${hindrance.whose.zh}`,
        `This is not yours to do. It is for: ${hindrance.whose.en}`,
      );
    case 'step.nothing-there':
      return text(
        '目前没有可办理的对象（如待决定的申请、未兑现的承诺）',
        'There is nothing to do it to now, such as an open request or promise',
      );
  }
};
