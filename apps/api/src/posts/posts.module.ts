import { Module } from '@nestjs/common';
import { ListPostsHandler } from './list-posts.query.ts';
import { PostsController } from './posts.controller.ts';

/** The register of posts. */
@Module({ controllers: [PostsController], providers: [ListPostsHandler] })
export class PostsModule {}
