package undo;

import java.util.Stack;

public class History {
    private final Stack<String> done = new Stack<>();

    public void did(String what) {
        done.push(what);
    }

    /** What was taken back; empty where there is nothing. */
    public String undo() {
        return done.pop();
    }
}
