import type { EvolutionsOf } from '../case.decisions.ts';
import { factOf } from '../occurred.ts';

export const attachmentEvolutions: EvolutionsOf<'AttachmentFiled'> = {
  AttachmentFiled: (state, event) => {
    const { attachmentId, supersedes } = event.data;
    const marked = state.attachments.map((attachment) =>
      attachment.data.attachmentId === supersedes
        ? { ...attachment, supersededBy: attachmentId }
        : attachment,
    );
    return {
      ...state,
      attachments: [
        ...marked,
        { ...factOf(event), filedAt: event.occurredAt, filedBy: event.actor, supersededBy: null },
      ],
    };
  },
};
