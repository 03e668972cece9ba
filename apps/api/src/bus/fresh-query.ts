import { Query } from '@nestjs/cqrs';

/** Where a question may say which position of the log its answer must already know of. */
export type Awaiting = { readonly after?: string };

/** A question with what was asked; the bus sees to it that its answer knows of what the asker knows. */
export abstract class FreshQuery<Asked, Answer> extends Query<Answer> {
  readonly asked: Asked;
  readonly after: string | undefined;

  constructor(asked: Asked, { after }: Awaiting = {}) {
    super();
    this.asked = asked;
    this.after = after;
  }
}
