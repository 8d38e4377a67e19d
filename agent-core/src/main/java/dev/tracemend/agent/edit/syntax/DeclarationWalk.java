package dev.tracemend.agent.edit.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.treesitter.TSNode;

/** Collects the declarations of a syntax tree; bodies of functions are not looked into. */
final class DeclarationWalk {
    private static final int DEEPEST = 40;
    private static final Set<String> FUNCTIONS = Set.of(
            "method_declaration",
            "constructor_declaration",
            "function_definition",
            "function_declaration",
            "generator_function_declaration",
            "method_definition",
            "function_item",
            "method",
            "singleton_method");
    private static final Set<String> TYPES = Set.of(
            "class_declaration",
            "interface_declaration",
            "enum_declaration",
            "record_declaration",
            "abstract_class_declaration",
            "class_definition",
            "class_specifier",
            "struct_specifier",
            "struct_item",
            "enum_item",
            "trait_item",
            "struct_declaration",
            "object_declaration",
            "class",
            "module");
    private static final Set<String> WRAPPERS =
            Set.of("decorated_definition", "export_statement", "template_declaration");
    private static final Pattern INNER =
            Pattern.compile("program|source_file|module|translation_unit|compilation_unit|.*body.*|declaration_list"
                    + "|.*namespace.*|impl_item|.*statement|field_declaration_list|ERROR|block");

    private final byte[] text;
    private final List<Declaration> found = new ArrayList<>();

    DeclarationWalk(byte[] text) {
        this.text = text;
    }

    List<Declaration> of(TSNode root) {
        descend(root, 0);
        return found;
    }

    private void descend(TSNode node, int depth) {
        for (int i = 0; depth < DEEPEST && i < node.getNamedChildCount(); i++) {
            visit(node.getNamedChild(i), node, depth);
        }
    }

    private void visit(TSNode node, TSNode parent, int depth) {
        String type = node.getType();
        boolean function = FUNCTIONS.contains(type);
        if (function || TYPES.contains(type)) {
            String name = name(node, 0);
            if (!name.isEmpty()) {
                TSNode whole = WRAPPERS.contains(parent.getType()) ? parent : node;
                int first = whole.getStartPoint().getRow();
                int end = whole.getEndPoint().getRow() + (whole.getEndPoint().getColumn() > 0 ? 1 : 0);
                found.add(new Declaration(type, name, parameters(node, 0), first, end));
            }
        }
        if (!function
                && (TYPES.contains(type)
                        || WRAPPERS.contains(type)
                        || INNER.matcher(type).matches())) {
            descend(node, depth + 1);
        }
    }

    private String name(TSNode node, int depth) {
        TSNode name = node.getChildByFieldName("name");
        if (!name.isNull()) {
            return text(name);
        }
        TSNode inner = node.getChildByFieldName("declarator");
        if (!inner.isNull() && depth < 6) {
            String nested = name(inner, depth + 1);
            return nested.isEmpty() ? text(inner) : nested;
        }
        for (int i = 0; depth == 0 && i < node.getNamedChildCount(); i++) {
            String type = node.getNamedChild(i).getType();
            if (type.endsWith("identifier")) {
                return text(node.getNamedChild(i));
            }
        }
        return "";
    }

    private List<String> parameters(TSNode node, int depth) {
        TSNode list = node.getChildByFieldName("parameters");
        if (list.isNull()) {
            TSNode inner = node.getChildByFieldName("declarator");
            return inner.isNull() || depth > 5 ? List.of() : parameters(inner, depth + 1);
        }
        List<String> types = new ArrayList<>();
        for (int i = 0; i < list.getNamedChildCount(); i++) {
            TSNode parameter = list.getNamedChild(i);
            if (parameter.getType().contains("comment")) {
                continue;
            }
            TSNode type = parameter.getChildByFieldName("type");
            types.add(text(type.isNull() ? parameter : type).replaceAll("\\s+", " "));
        }
        return types;
    }

    private String text(TSNode node) {
        int from = Math.min(text.length, node.getStartByte());
        int to = Math.min(text.length, node.getEndByte());
        return new String(text, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }
}
