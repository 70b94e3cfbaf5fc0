import { env } from '@/lib/server/env';

export const settings = env;
