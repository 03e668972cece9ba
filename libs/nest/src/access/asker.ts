import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@duban/contracts';
import type { Principal } from '../identity/principal.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { headerOf, type FastifyRequest, type Holder } from '../request/duban-request.ts';
import { preferredLanguage } from '../request/language.ts';

/** Who asks, and in which language the answer is read. */
export type Question = { readonly principal: Principal; readonly language: Language };

const principalOf = ({ principal }: FastifyRequest): Principal => {
  if (principal === null) throw new ProblemError('unauthenticated');
  return principal;
};

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** Who asks, as the guard found out. */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): Principal =>
  principalOf(requestOf(context)),
);

/** Who asks, whichever post they would act in. */
export const HolderOfPosts = createParamDecorator((_: unknown, context: ExecutionContext): Holder => {
  const { holder } = requestOf(context);
  if (holder === null) throw new ProblemError('unauthenticated');
  return holder;
});

/** Who asks, with the language of `Accept-Language`; Chinese by default. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Question => {
  const request = requestOf(context);
  return {
    principal: principalOf(request),
    language: preferredLanguage(headerOf(request, 'accept-language')),
  };
});
