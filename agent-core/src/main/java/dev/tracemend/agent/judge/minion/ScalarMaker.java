package dev.tracemend.agent.judge.minion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes numbers, strings and the JDK's small value types. */
final class ScalarMaker {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final List<String> INT = List.of("int");
    private static final List<String> LONG = List.of("long");
    private static final List<String> STRING = List.of("java.lang.String");

    private final Palette palette;
    private final Random random;

    ScalarMaker(Palette palette, Random random) {
        this.palette = palette;
        this.random = random;
    }

    Optional<Expr> make(Class<?> type, String name) {
        if (type == String.class || type == CharSequence.class || type == Comparable.class) {
            return Optional.of(Expr.Literal.text(palette.text(name)));
        } else if (type == Object.class) {
            return Optional.of(anything(name));
        } else if (type.isPrimitive() || type.getPackageName().equals("java.lang")) {
            return Optional.ofNullable(boxed(type.getSimpleName(), name));
        } else if (type.getPackageName().startsWith("java.")) {
            return Optional.ofNullable(value(type.getName(), name));
        }
        return Optional.empty();
    }

    /** What stands in maps and lists of objects: mostly texts, and numbers of each width. */
    private Expr anything(String name) {
        return switch (random.nextInt(6)) {
            case 0 -> whole("int", name);
            case 1 -> whole("long", name);
            case 2 -> new Expr.Literal("double", fraction(name));
            default -> Expr.Literal.text(palette.text(name));
        };
    }

    @SuppressWarnings("NullAway") // null means: not one of these
    private Expr boxed(String type, String name) {
        return switch (type) {
            case "int", "Integer", "Number" -> whole("int", name);
            case "long", "Long" -> whole("long", name);
            case "short", "Short" -> whole("short", name);
            case "byte", "Byte" -> whole("byte", name);
            case "double", "Double" -> new Expr.Literal("double", fraction(name));
            case "float", "Float" -> new Expr.Literal("float", fraction(name));
            case "boolean", "Boolean" -> new Expr.Literal("boolean", String.valueOf(random.nextBoolean()));
            case "char", "Character" -> new Expr.Literal("char", character(name));
            case "Class" -> new Expr.Literal("Class", "java.lang.String");
            case "StringBuilder" -> new Expr.Create("java.lang.StringBuilder", STRING, text(name));
            case "Runnable" -> new Expr.Function("java.lang.Runnable", 0, Expr.Function.VOID);
            default -> null;
        };
    }

    @SuppressWarnings("NullAway") // null means: not one of these
    private Expr value(String type, String name) {
        List<Expr> date = date();
        return switch (type) {
            case "java.math.BigDecimal" -> new Expr.Create(type, STRING, List.of(Expr.Literal.text(fraction(name))));
            case "java.math.BigInteger" -> of(type, "valueOf", LONG, List.of(whole("long", name)));
            case "java.time.LocalDate" -> of(type, "of", List.of("int", "int", "int"), date);
            case "java.time.LocalDateTime" ->
                new Expr.Call(
                        of("java.time.LocalDate", "of", List.of("int", "int", "int"), date),
                        "java.time.LocalDate",
                        "atStartOfDay",
                        List.of(),
                        List.of());
            case "java.time.Instant" -> of(type, "ofEpochSecond", LONG, List.of(whole("long", name)));
            case "java.time.Duration" -> of(type, "ofSeconds", LONG, List.of(whole("long", name)));
            case "java.time.Clock" -> of(type, "systemUTC", List.of(), List.of());
            case "java.time.ZoneOffset", "java.time.ZoneId" -> new Expr.Constant("java.time.ZoneOffset", "UTC");
            case "java.util.UUID" ->
                of(
                        type,
                        "fromString",
                        STRING,
                        List.of(Expr.Literal.text("00000000-0000-0000-0000-00000000000" + random.nextInt(3))));
            case "java.util.Locale" -> new Expr.Constant(type, "ROOT");
            case "java.util.Random" -> new Expr.Create(type, LONG, List.of(whole("long", name)));
            case "java.util.Properties" -> new Expr.Create(type, List.of(), List.of());
            case "java.util.concurrent.atomic.AtomicInteger" -> new Expr.Create(type, INT, List.of(whole("int", name)));
            case "java.util.concurrent.atomic.AtomicLong" -> new Expr.Create(type, LONG, List.of(whole("long", name)));
            case "java.util.concurrent.Executor" -> null;
            case "java.nio.charset.Charset" -> new Expr.Constant("java.nio.charset.StandardCharsets", "UTF_8");
            case "java.io.Reader", "java.io.StringReader" ->
                new Expr.Create("java.io.StringReader", STRING, text(name));
            case "java.io.BufferedReader" ->
                new Expr.Create(
                        type,
                        List.of("java.io.Reader"),
                        List.of(new Expr.Create("java.io.StringReader", STRING, text(name))));
            case "java.io.InputStream", "java.io.ByteArrayInputStream" ->
                new Expr.Create(
                        "java.io.ByteArrayInputStream",
                        List.of("[B"),
                        List.of(new Expr.Call(
                                text(name).get(0), "java.lang.String", "getBytes", List.of(), List.of())));
            case "java.io.OutputStream", "java.io.ByteArrayOutputStream" ->
                new Expr.Create("java.io.ByteArrayOutputStream", List.of(), List.of());
            case "java.io.Writer", "java.io.StringWriter" ->
                new Expr.Create("java.io.StringWriter", List.of(), List.of());
            case "java.nio.file.Path" ->
                new Expr.StaticCall(
                        type,
                        "of",
                        List.of("java.lang.String", "[Ljava.lang.String;"),
                        List.of(
                                Expr.Literal.text("absent.txt"),
                                new Expr.Many("array", "java.lang.String", List.of())));
            case "java.io.File" -> new Expr.Create(type, STRING, List.of(Expr.Literal.text("absent.txt")));
            case "java.net.URI" -> of(type, "create", STRING, List.of(Expr.Literal.text("http://localhost/a")));
            default -> null;
        };
    }

    /** Mostly of one month, so that dates of one scenario lie close; some at the ends of months and years. */
    private List<Expr> date() {
        int day = 1 + random.nextInt(28);
        int[][] odd = {{2024, 2, 29}, {2023, 12, 31}, {2024, 1, 31}, {2023, 2, 28}, {2025, 1, 1}};
        int[] date = random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : new int[] {2024, 2, day};
        return Arrays.stream(date)
                .mapToObj(part -> (Expr) new Expr.Literal("int", String.valueOf(part)))
                .toList();
    }

    private static Expr of(String owner, String factory, List<String> params, List<Expr> args) {
        return new Expr.StaticCall(owner, factory, params, args);
    }

    private List<Expr> text(String name) {
        return List.of(Expr.Literal.text(palette.text(name)));
    }

    private Expr whole(String type, String name) {
        String number = palette.number(name);
        long value = WHOLE.matcher(number).matches() ? Long.parseLong(number) : random.nextInt(4);
        long bounded =
                switch (type) {
                    case "byte" -> (byte) value;
                    case "short" -> (short) value;
                    case "int" -> (int) value;
                    default -> value;
                };
        return new Expr.Literal(type, String.valueOf(bounded));
    }

    private String fraction(String name) {
        String number = palette.number(name);
        return NUMBER.matcher(number).matches() ? number : "1.5";
    }

    private String character(String name) {
        String text = palette.text(name);
        return text.isEmpty() ? "a" : text.substring(0, 1);
    }
}
