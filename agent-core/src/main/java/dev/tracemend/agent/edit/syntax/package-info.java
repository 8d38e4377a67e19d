/**
 * What a text is as code: how many syntax faults it has and which declarations. {@link
 * dev.tracemend.agent.edit.syntax.SyntaxGate} is the question; {@link dev.tracemend.agent.edit.syntax.TreeSitterGate} is
 * the answer by tree-sitter's grammars, the only class that knows that library.
 */
@NullMarked
package dev.tracemend.agent.edit.syntax;

import org.jspecify.annotations.NullMarked;
