package dev.tracemend.agent.model;

/** What a model said, never blank, and the tokens as the provider counts them (zero where it does not say). */
public record ModelReply(String text, long tokensIn, long tokensOut) {}
