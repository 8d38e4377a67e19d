package dev.tracemend.agent.judge;

/** The JUnit a written test is for: the one the project has. */
enum TestStyle {
    JUPITER("org.junit.jupiter.api.Test", ""),
    JUNIT4("org.junit.Test", "public ");

    private final String annotation;
    private final String access;

    TestStyle(String annotation, String access) {
        this.annotation = annotation;
        this.access = access;
    }

    /** Full name of what marks a test. */
    String annotation() {
        return annotation;
    }

    /** What stands before a test class and its methods, with the blank behind it. */
    String access() {
        return access;
    }
}
