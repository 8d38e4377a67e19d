/**
 * Programs over language models. A {@link dev.tracemend.agent.predict.Predict} is one typed call; {@link
 * dev.tracemend.agent.predict.ChainOfThought}, {@link dev.tracemend.agent.predict.ReAct} and the others are programs made
 * of it, and a user's own {@link dev.tracemend.agent.predict.Program} is a plain class with these in its fields. A program
 * holds nothing that changes: what it learns is a {@link dev.tracemend.agent.predict.ProgramState} beside it, and a {@link
 * dev.tracemend.agent.predict.Run} carries that, the models, the budget and the trace through the calls.
 */
@NullMarked
package dev.tracemend.agent.predict;

import org.jspecify.annotations.NullMarked;
