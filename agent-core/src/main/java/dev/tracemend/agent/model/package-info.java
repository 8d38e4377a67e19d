/**
 * Language models behind one door: providers through LangChain4j, or none. What a model says is data until the judge has
 * agreed.
 */
@NullMarked
package dev.tracemend.agent.model;

import org.jspecify.annotations.NullMarked;
