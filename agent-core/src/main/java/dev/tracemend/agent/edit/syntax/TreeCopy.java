package dev.tracemend.agent.edit.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/** Copies a native tree into plain nodes, byte offsets into character offsets; what is nested too deep is left out. */
final class TreeCopy {
    private static final int DEEPEST = 400;

    private final String text;
    private final int[] charAt;

    TreeCopy(String text) {
        this.text = text;
        byte[] bytes = text.getBytes(UTF_8);
        charAt = new int[bytes.length + 1];
        int at = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean continued = (bytes[i] & 0xC0) == 0x80;
            charAt[i] = continued ? Math.max(0, at - 1) : at;
            at += continued ? 0 : (bytes[i] & 0xF8) == 0xF0 ? 2 : 1;
        }
        charAt[bytes.length] = text.length();
    }

    SyntaxNode of(TSNode root) {
        return copy(root, "", null, 0);
    }

    private SyntaxNode copy(TSNode node, String field, @Nullable SyntaxNode parent, int depth) {
        int start = offset(node.getStartByte());
        int end = Math.max(start, offset(node.getEndByte()));
        SyntaxNode made = new SyntaxNode(
                text,
                node.getType(),
                field,
                node.isNamed(),
                start,
                end,
                node.getStartPoint().getRow(),
                parent);
        for (int i = 0; depth < DEEPEST && i < node.getChildCount(); i++) {
            String name = node.getFieldNameForChild(i);
            made.add(copy(node.getChild(i), name == null ? "" : name, made, depth + 1));
        }
        return made;
    }

    private int offset(int at) {
        return charAt[Math.max(0, Math.min(charAt.length - 1, at))];
    }
}
