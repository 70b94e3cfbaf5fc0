import { runProduct } from '@/lib/server/runtime/run-product';

/** `foyer start`: the product as people use it. */
export const start = () => runProduct({ dev: false }, (line) => process.stdout.write(`${line}\n`));
