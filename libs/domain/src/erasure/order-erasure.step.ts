import { rejected } from '@duban/kernel';
import { administratorsAround, type ErasureStep } from './erasure-step.ts';
import { askedErasure, erasureOrderedRecord, type ErasureOrdered } from './ordered-erasure.ts';

const sent = askedErasure();

/** By one person, where one stands for two; where there is another administrator it is proposed (`ProposeErasure`). */
export const orderErasure: ErasureStep<typeof sent, ErasureOrdered> = {
  label: { zh: '决定删除个人信息', en: 'Order an erasure' },
  data: sent,
  who: ['security-admin'],
  // Again, where it was ordered before: what was written since is erased, too.
  decide: (data, _state, context) =>
    administratorsAround(context).alone
      ? [{ type: 'ErasureOrdered', data: { ...data, proposalId: null, byOnePerson: true } }]
      : rejected('erasure.needs-second', { propose: 'ProposeErasure' }),
  events: { ErasureOrdered: erasureOrderedRecord },
};
