package dev.tracemend.agent.edit.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterBash;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterCpp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterJson;
import org.treesitter.TreeSitterKotlin;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The grammars by the endings of file names; each is loaded when it is first needed. */
final class Grammars {
    private static final Logger LOG = LoggerFactory.getLogger(Grammars.class);
    private static final Map<String, Supplier<TSLanguage>> BY_ENDING = Map.ofEntries(
            Map.entry("java", TreeSitterJava::new),
            Map.entry("py", TreeSitterPython::new),
            Map.entry("pyi", TreeSitterPython::new),
            Map.entry("js", TreeSitterJavascript::new),
            Map.entry("mjs", TreeSitterJavascript::new),
            Map.entry("cjs", TreeSitterJavascript::new),
            Map.entry("jsx", TreeSitterJavascript::new),
            Map.entry("ts", TreeSitterTypescript::new),
            Map.entry("mts", TreeSitterTypescript::new),
            Map.entry("cts", TreeSitterTypescript::new),
            Map.entry("tsx", TreeSitterTsx::new),
            Map.entry("go", TreeSitterGo::new),
            Map.entry("rs", TreeSitterRust::new),
            Map.entry("c", TreeSitterC::new),
            Map.entry("h", TreeSitterC::new),
            Map.entry("cc", TreeSitterCpp::new),
            Map.entry("cpp", TreeSitterCpp::new),
            Map.entry("cxx", TreeSitterCpp::new),
            Map.entry("hpp", TreeSitterCpp::new),
            Map.entry("cs", TreeSitterCSharp::new),
            Map.entry("kt", TreeSitterKotlin::new),
            Map.entry("kts", TreeSitterKotlin::new),
            Map.entry("rb", TreeSitterRuby::new),
            Map.entry("php", TreeSitterPhp::new),
            Map.entry("sh", TreeSitterBash::new),
            Map.entry("bash", TreeSitterBash::new),
            Map.entry("json", TreeSitterJson::new));

    private final Map<String, Optional<TSLanguage>> loaded = new ConcurrentHashMap<>();

    static boolean known(String path) {
        return BY_ENDING.containsKey(ending(path));
    }

    /** The grammar for a file; empty where there is none, or its library does not load. */
    Optional<TSLanguage> of(String path) {
        Supplier<TSLanguage> grammar = BY_ENDING.get(ending(path));
        return grammar == null ? Optional.empty() : loaded.computeIfAbsent(ending(path), name -> load(name, grammar));
    }

    private static Optional<TSLanguage> load(String name, Supplier<TSLanguage> grammar) {
        try {
            return Optional.of(grammar.get());
        } catch (LinkageError | RuntimeException unloadable) {
            LOG.warn(
                    "the syntax of .{} files cannot be checked, loosely matched edits of them are refused: {}",
                    name,
                    unloadable.toString());
            return Optional.empty();
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
