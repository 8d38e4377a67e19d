import { Queue } from './queue.js';
import { load } from './texts.js';

/** Turns jobs into messages. */
export class Worker {
  constructor() {
    this.queue = new Queue();
  }

  add(job) {
    return this.queue.add(job);
  }

  /** How a job's message reads, without sending it. */
  async preview(job) {
    const text = load(job.template);
    return `${job.to}: ${text.trim()}`;
  }

  /** Sends the oldest job's message; null where there is none. */
  async step() {
    const job = this.queue.takeOne();
    if (job === undefined) {
      return null;
    }
    const text = await load(job.template);
    return { to: job.to, text: text.trim() };
  }
}
