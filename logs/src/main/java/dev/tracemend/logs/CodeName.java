package dev.tracemend.logs;

/** Names of classes and methods without what the compiler or a proxy numbered, so that they are the same tomorrow. */
final class CodeName {
    private CodeName() {}

    /**
     * {@code class.method} of a frame; where the language has no classes, the file's simple name stands for it.
     */
    static String of(StackFrame frame) {
        String owner = frame.className().isEmpty() ? simpleFile(frame.file()) : stableClass(frame.className());
        return owner + "." + stableMethod(frame.method());
    }

    /** {@code Shop$$SpringCGLIB$$0} is {@code Shop}; {@code Shop$1} is {@code Shop$}. */
    static String stableClass(String name) {
        int generated = name.indexOf("$$");
        String plain = generated > 0 ? name.substring(0, generated) : name;
        if (plain.startsWith("$Proxy") || plain.contains(".$Proxy")) {
            return "$Proxy";
        }
        return withoutNumbers(plain);
    }

    /** {@code lambda$total$0} is {@code lambda$total}, {@code access$000} is {@code access}. */
    static String stableMethod(String name) {
        String plain = withoutNumbers(name);
        int end = plain.length();
        while (end > 1 && (plain.charAt(end - 1) == '$' || plain.charAt(end - 1) == '-')) {
            end--;
        }
        return plain.substring(0, end);
    }

    /** Drops the digits that stand right behind a dollar sign, or behind a hyphen as Kotlin's lambdas have them. */
    private static String withoutNumbers(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        boolean numbered = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            numbered = c == '$' || c == '-' || (numbered && Character.isDigit(c));
            if (!numbered || c == '$' || c == '-') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** For a person: {@code Cart.total} of {@code shop.Shop$Cart.lambda$total$0}. */
    static String readable(StackFrame frame) {
        String owner = stableClass(frame.className());
        owner = owner.substring(owner.lastIndexOf('.') + 1);
        while (owner.endsWith("$")) {
            owner = owner.substring(0, owner.length() - 1);
        }
        owner = owner.substring(owner.lastIndexOf('$') + 1);
        String method = stableMethod(frame.method());
        if (method.startsWith("lambda$")) {
            method = method.substring("lambda$".length());
        }
        method = method.equals("<init>") ? "constructor" : method;
        boolean moduleLevel = method.isEmpty() || method.equals("<module>") || method.equals("<anonymous>");
        if (moduleLevel) {
            return simpleFile(frame.file());
        }
        return owner.isEmpty() ? method : owner + "." + method;
    }

    private static String simpleFile(String file) {
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return file.substring(slash + 1);
    }
}
