import { Module } from '@nestjs/common';
import { RestrictedReach } from './restricted-reach.ts';

@Module({ providers: [RestrictedReach], exports: [RestrictedReach] })
export class AccessModule {}
