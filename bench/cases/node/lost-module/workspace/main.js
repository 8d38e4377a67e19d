import { greet } from './lib/greetings.js';

console.log(greet(process.argv[2] ?? 'world'));
