/**
 * What a text is as code: how many syntax faults it has and which declarations. {@link
 * dev.tracemend.agent.edit.syntax.SyntaxGate} is the question; {@link dev.tracemend.agent.edit.syntax.TreeSitterGate} is
 * the answer by tree-sitter's grammars. Only this package knows that library; others get {@link
 * dev.tracemend.agent.edit.syntax.SyntaxNode} trees, which are plain data.
 */
@NullMarked
package dev.tracemend.agent.edit.syntax;

import org.jspecify.annotations.NullMarked;
