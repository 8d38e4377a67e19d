import test from 'node:test';
import assert from 'node:assert';
import { total, withShipping } from './cart.js';

const lines = [{ price: 5, quantity: 2 }];

test('total', () => assert.equal(total(lines), 10));
test('shipping as a number', () => assert.equal(withShipping(lines, 3), 13));
test('shipping from a form', () => assert.equal(withShipping(lines, '3'), 13));
