package dev.tracemend.agent.predict;

/** A program that brings its own state. */
final class WithState<I, O> extends Program<I, O> {
    private final Program<I, O> program;
    private final ProgramState state;

    WithState(Program<I, O> program, ProgramState state) {
        this.program = program;
        this.state = state;
    }

    @Override
    protected O forward(I input, Run run) {
        return program.call(input, run.with(state).outermost());
    }
}
