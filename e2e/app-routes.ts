import { readdirSync } from 'node:fs';

/** Folders in round brackets group routes and are no part of their address. */
const addressOf = (file: string) =>
  `/${file
    .split('/')
    .slice(0, -1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`;

const routes = (kind: 'page.tsx' | 'route.ts') =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.split('/').at(-1) === kind)
    .map(addressOf)
    .sort();

/** The addresses of all pages, with `[id]` and the like where they hold an id. */
export const pageRoutes = () => routes('page.tsx');

/** The addresses that answer programs instead of people. */
export const programRoutes = () => routes('route.ts');
