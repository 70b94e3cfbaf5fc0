import { runProduct } from '@/lib/server/runtime/run-product';

/** `foyer dev`: the product with hot reload of web and worker. */
export const dev = () => runProduct({ dev: true }, (line) => process.stdout.write(`${line}\n`));
