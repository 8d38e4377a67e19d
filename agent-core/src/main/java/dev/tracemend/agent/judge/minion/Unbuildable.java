package dev.tracemend.agent.judge.minion;

/** No value of a type can be made; thrown often, so it carries no trace. */
final class Unbuildable extends Exception {
    private static final long serialVersionUID = 1L;

    Unbuildable(String what) {
        super(what, null, false, false);
    }
}
