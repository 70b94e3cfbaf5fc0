import type { Actor } from '@/lib/server/actor';

export type Someone = Actor;
