export class Queue {
  constructor() {
    this.jobs = [];
  }

  enqueue(job) {
    this.jobs.push(job);
  }

  takeNext() {
    return this.jobs.shift();
  }

  get length() {
    return this.jobs.length;
  }
}
