package dev.tracemend.agent.edit.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/** The syntax gate by tree-sitter. Each call has a parser of its own; grammars are shared. */
public final class TreeSitterGate implements SyntaxGate {
    private static final int LONGEST = 2 << 20;
    private static final int MOST_FAULTS = 10_000;

    private final Grammars grammars = new Grammars();

    @Override
    public Reach reach(String path, int length) {
        if (!Grammars.known(path)) {
            return Reach.NO_GRAMMAR;
        }
        if (grammars.of(path).isEmpty()) {
            return Reach.NO_LIBRARY;
        }
        return length > LONGEST ? Reach.TOO_LONG : Reach.JUDGED;
    }

    @Override
    public int faults(String path, String text) {
        return parsed(path, text, TreeSitterGate::count).orElse(0);
    }

    @Override
    public List<Declaration> declarations(String path, String text) {
        byte[] bytes = parseable(text).getBytes(UTF_8);
        return parsed(path, text, root -> new DeclarationWalk(bytes).of(root)).orElse(List.of());
    }

    /** The tree of a text, with faults where it is broken; empty where the language is not known or the text too long. */
    public Optional<SyntaxNode> tree(String path, String text) {
        String plain = parseable(text);
        return plain.length() == text.length()
                ? parsed(path, text, root -> new TreeCopy(plain).of(root))
                : Optional.empty();
    }

    private <T> Optional<T> parsed(String path, String text, Function<TSNode, T> question) {
        Optional<TSLanguage> language = grammars.of(path);
        if (language.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(language.get());
            try (TSTree tree = parser.parseString(null, parseable(text))) {
                return Optional.of(question.apply(tree.getRootNode()));
            }
        }
    }

    /** Half of a surrogate pair is no character, and the parser throws at one. */
    private static String parseable(String text) {
        boolean plain = text.chars().noneMatch(sign -> sign == 0 || Character.isSurrogate((char) sign));
        return plain ? text : new String(text.getBytes(UTF_8), UTF_8).replace('\0', ' ');
    }

    private static int count(TSNode root) {
        int faults = 0;
        Deque<TSNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && faults < MOST_FAULTS) {
            TSNode node = open.pop();
            faults += node.isError() || node.isMissing() ? 1 : 0;
            for (TSNode child : children(node)) {
                if (child.hasError() || child.isMissing()) {
                    open.push(child);
                }
            }
        }
        return faults;
    }

    private static List<TSNode> children(TSNode node) {
        List<TSNode> children = new ArrayList<>();
        for (int i = 0; i < node.getChildCount(); i++) {
            children.add(node.getChild(i));
        }
        return children;
    }
}
