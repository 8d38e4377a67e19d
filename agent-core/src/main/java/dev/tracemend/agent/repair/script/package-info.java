/**
 * Candidate edits for Python and JavaScript without a model. {@link dev.tracemend.agent.repair.script.ScriptRules} reads
 * the files a failure leads to as syntax trees; crash rules know how exceptions of one class are mended, mutations try
 * what people mistype, where failing tests point. What only hides a failure is labelled a symptom.
 */
@NullMarked
package dev.tracemend.agent.repair.script;

import org.jspecify.annotations.NullMarked;
