package dev.tracemend.agent.repair;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Crashes of many kinds, written after the rules: the right change must be the first or the second. */
class MoreCrashesTest {
    private static final String HEAD = """
            package shop;

            import java.math.*;
            import java.time.*;
            import java.time.format.*;
            import java.util.*;
            import java.util.stream.*;

            public class Main {
            """;

    @TempDir
    private Path folder;

    /** What the mended program returns, and among how many candidates the one that does it must be. */
    record Crashing(String name, int rank, @Nullable Object value, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Crashing> crashes() {
        return Stream.of(
                new Crashing("formatOfAFraction", 1, "1.50 of 2.25", """
                        public static Object run() { return String.format(Locale.ROOT, "%.2f of %d", 1.5, 2.25); }
                        """),
                new Crashing("formatWithABarePercent", 1, "5 % off", """
                        public static Object run() { return String.format("%d % off", 5); }
                        """),
                new Crashing("typedTextAsPattern", 1, List.of("a", "b"), """
                        static List<String> parts(String text, String by) { return List.of(text.split(by)); }
                        public static Object run() { return parts("a*b", "*"); }
                        """),
                new Crashing("chainCity", 1, "", """
                        record Address(String city) {} record Customer(Address address) {}
                        static String city(Customer c) { return c.address().city().trim(); }
                        public static Object run() { return city(new Customer(null)); }
                        """),
                new Crashing("switchNull", 1, 0, """
                        static int days(String kind) {
                            switch (kind) {
                                case "express": return 1;
                                case "standard": return 3;
                                default: return 0;
                            }
                        }
                        public static Object run() { return days(null); }
                        """),
                new Crashing("lambdaNull", 1, List.of("A", ""), """
                        record User(String name) {}
                        static List<String> names(List<User> users) { return users.stream().map(u -> u.name().toUpperCase()).collect(Collectors.toList()); }
                        public static Object run() { return names(List.of(new User("a"), new User(null))); }
                        """),
                new Crashing("forMapGet", 1, 0, """
                        static Map<String, List<String>> tags = new HashMap<>();
                        static int count(String key) { int n = 0; for (String tag : tags.get(key)) { n++; } return n; }
                        public static Object run() { return count("x"); }
                        """),
                new Crashing("unboxArithmetic", 1, 10, """
                        static Map<String, Integer> prices = new HashMap<>(Map.of("a", 5));
                        static int total(List<String> ids, int qty) { int total = 0; for (String id : ids) { total += prices.get(id) * qty; } return total; }
                        public static Object run() { return total(List.of("a", "b"), 2); }
                        """),
                new Crashing("staticCache", 1, 1, """
                        static Map<String, String> cache;
                        static void put(String k) { cache.put(k, k); }
                        public static Object run() { put("x"); return cache.size(); }
                        """),
                new Crashing("firstOfEmptyArray", 1, "none", """
                        static String mode(String[] args) { if (args == null) { return "none"; } return args[0]; }
                        public static Object run() { return mode(new String[0]); }
                        """),
                new Crashing("whileBound", 1, 6, """
                        public static Object run() { List<Integer> l = List.of(1,2,3); int i = 0, s = 0; while (i <= l.size()) { s += l.get(i); i++; } return s; }
                        """),
                new Crashing("missingPartVar", 2, 0, """
                        static int qty(String line) { String[] p = line.split(";"); String name = p[0]; return Integer.parseInt(p[1]); }
                        public static Object run() { return qty("lamp"); }
                        """),
                new Crashing("sortImmutable", 1, List.of(1, 2), """
                        static List<Integer> sorted(List<Integer> in) { Collections.sort(in); return in; }
                        public static Object run() { return sorted(List.of(2, 1)); }
                        """),
                new Crashing("mapOfPut", 1, 2, """
                        static Map<String,Integer> defaults() { return Map.of("a", 1); }
                        public static Object run() { Map<String,Integer> m = defaults(); m.put("b", 2); return m.size(); }
                        """),
                new Crashing("parseNull", 1, 0, """
                        static int page(Map<String,String> q) { return Integer.parseInt(q.get("page")); }
                        public static Object run() { return page(Map.of()); }
                        """),
                new Crashing("percent", 1, 50.0, """
                        static double rate(String s) { return Double.parseDouble(s); }
                        public static Object run() { return rate("50%"); }
                        """),
                new Crashing("bigDecimalZero", 1, BigDecimal.ZERO, """
                        static BigDecimal share(BigDecimal a, BigDecimal b) { return a.divide(b, 2, RoundingMode.HALF_UP); }
                        public static Object run() { return share(BigDecimal.ONE, BigDecimal.ZERO); }
                        """),
                new Crashing("moduloSize", 1, "none", """
                        static String pick(List<String> l, int i) { if (l == null) { return "none"; } return l.get(i % l.size()); }
                        public static Object run() { return pick(List.of(), 4); }
                        """),
                new Crashing("linkedFirst", 1, null, """
                        static Object first(LinkedList<Object> l) { return l.getFirst(); }
                        public static Object run() { return first(new LinkedList<>()); }
                        """),
                new Crashing("streamMaxGet", 1, 0, """
                        static int max(List<Integer> l) { return l.stream().mapToInt(Integer::intValue).max().getAsInt(); }
                        public static Object run() { return max(List.of()); }
                        """),
                new Crashing("dateFormat", 1, "2026-01-02", """
                        static final DateTimeFormatter EU = DateTimeFormatter.ofPattern("dd.MM.yyyy");
                        static LocalDate day(String s) { return LocalDate.parse(s); }
                        public static Object run() { return day("02.01.2026").toString(); }
                        """),
                new Crashing("overloadField", 1, 0, """
                        static class Cart { List<String> items; String owner; Cart(String owner) { this.owner = owner; } Cart(String owner, List<String> items) { this.owner = owner; this.items = items; } int size() { return items.size(); } }
                        public static Object run() { return new Cart("x").size(); }
                        """),
                new Crashing("setterNull", 1, "", """
                        static class Mail { private String subject; void subject(String s) { this.subject = s; } String head() { return subject.strip(); } }
                        public static Object run() { return new Mail().head(); }
                        """),
                new Crashing("compareNull", 1, List.of("b", "a"), """
                        record P(String name, Integer rank) {}
                        public static Object run() { List<P> l = new ArrayList<>(List.of(new P("a", 2), new P("b", null))); l.sort((x, y) -> x.rank().compareTo(y.rank())); return l.stream().map(P::name).toList(); }
                        """),
                new Crashing("removeByKey", 1, "{b=2}", """
                        public static Object run() { Map<String,Integer> m = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 1)); for (String k : m.keySet()) { if (m.get(k) == 1) m.remove(k); } return m.toString(); }
                        """),
                new Crashing("helperRemoves", 1, "[b]", """
                        private final List<String> subs = new ArrayList<>(List.of("a", "b", "c"));
                        void drop(String s) { subs.remove(s); }
                        void all() { for (String s : subs) { if (!s.equals("b")) { drop(s); } } }
                        public static Object run() { Main m = new Main(); m.all(); return m.subs.toString(); }
                        """),
                new Crashing("stringNumber", 1, 7, """
                        static Map<String,Object> json = new HashMap<>(Map.of("qty", "7"));
                        public static Object run() { int q = (Integer) json.get("qty"); return q; }
                        """),
                new Crashing("enumDash", 1, "OUT_OF_STOCK", """
                        enum S { IN_STOCK, OUT_OF_STOCK }
                        static S of(String s) { return S.valueOf(s); }
                        public static Object run() { return of("out-of-stock").name(); }
                        """),
                new Crashing("negativeSize", 1, 0, """
                        static int[] gaps(int[] a) { int[] g = new int[a.length - 1]; for (int i = 1; i < a.length; i++) { g[i - 1] = a[i] - a[i - 1]; } return g; }
                        public static Object run() { return gaps(new int[0]).length; }
                        """),
                new Crashing("page", 1, List.of(3), """
                        static List<Integer> page(List<Integer> l, int from, int size) { return l.subList(from, from + size); }
                        public static Object run() { return page(List.of(1,2,3), 2, 2); }
                        """),
                new Crashing("charAtEmpty", 1, "", """
                        static String cap(String s) { return Character.toUpperCase(s.charAt(0)) + s.substring(1); }
                        public static Object run() { return cap(""); }
                        """),
                new Crashing("iteratorNext", 1, 3, """
                        public static Object run() { Iterator<Integer> it = List.of(1, 2).iterator(); int s = 0; for (int i = 0; i <= 2; i++) { s += it.next(); } return s; }
                        """),
                new Crashing("pollNull", 1, 0, """
                        static int next(Queue<Integer> q) { return q.poll(); }
                        public static Object run() { return next(new ArrayDeque<>()); }
                        """),
                new Crashing("treeNullKey", 1, "none", """
                        static Map<String,String> m = new TreeMap<>(Map.of("a", "b"));
                        static String get(String k) { return m.getOrDefault(k, "none"); }
                        public static Object run() { return get(null); }
                        """));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void rightChangeIsAmongTheFirst(Crashing crashing) throws Exception {
        CrashLab lab =
                new CrashLab(folder).with("shop.Main", HEAD + crashing.body().indent(4) + "}\n");
        List<Candidate> candidates = lab.candidates();
        for (Candidate each : candidates.stream().limit(crashing.rank()).toList()) {
            CrashLab.Ending ending = lab.mended(each);
            if (ending.thrown() == null && Objects.equals(ending.value(), crashing.value())) {
                return;
            }
        }
        throw new AssertionError(crashing + " is not mended by:\n" + RuleCheck.list(lab, candidates));
    }
}
