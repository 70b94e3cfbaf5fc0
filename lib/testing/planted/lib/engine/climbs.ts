import { env } from '../server/env';

export const settings = env;
