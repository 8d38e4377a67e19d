package dev.tracemend.agent.repair;

/** Small changes of one kind, made wherever the ground is suspected. */
interface MutationFamily {

    void grow(Ground ground);
}
