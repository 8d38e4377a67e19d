import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { withShipping } = await load('cart.js');
assert.equal(withShipping([{ price: 1, quantity: 1 }], '4.5'), 5.5);
assert.equal(withShipping([], '0'), 0);
assert.equal(withShipping([{ price: 1, quantity: 3 }], 2), 5);
