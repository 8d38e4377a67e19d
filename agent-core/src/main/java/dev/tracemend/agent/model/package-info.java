/**
 * Language models behind one door: {@link dev.tracemend.agent.model.LanguageModel} answers a conversation, {@link
 * dev.tracemend.agent.model.ChatServerModel} asks a server through LangChain4j, {@link
 * dev.tracemend.agent.model.ModelConfig} says which; {@link dev.tracemend.agent.model.EmbeddingModel} turns text into vectors. What a model says is data until the judge has agreed; a model that
 * gives no answer is a {@link dev.tracemend.agent.model.ModelException}, and the work goes on without it.
 */
@NullMarked
package dev.tracemend.agent.model;

import org.jspecify.annotations.NullMarked;
