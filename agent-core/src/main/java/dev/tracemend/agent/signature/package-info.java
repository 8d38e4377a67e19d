/**
 * What goes into a call and what comes out, as types: a record's components are read once into {@link
 * dev.tracemend.agent.signature.Field}s, {@link dev.tracemend.agent.signature.JsonSchema} describes them to a model, and
 * {@link dev.tracemend.agent.signature.ValueBinder} turns what the model sent into the record again, or says which field
 * is wrong and why.
 */
@NullMarked
package dev.tracemend.agent.signature;

import org.jspecify.annotations.NullMarked;
