package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import dev.tracemend.agent.judge.minion.Scenario.Step;

/** Scenarios and outcomes as bytes. */
final class ScenarioCodec {
    private ScenarioCodec() {}

    static void write(WireWriter out, Scenario scenario) {
        out.list(scenario.steps(), step -> {
            write(out, step.expr());
            out.text(step.type());
        });
    }

    static Scenario scenario(WireReader in) {
        return new Scenario(in.list(() -> new Step(expr(in), in.text())));
    }

    private static void write(WireWriter out, Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            out.tag(0);
            out.text(literal.type());
            out.text(literal.text());
        } else if (expr instanceof Expr.Ref ref) {
            out.tag(1);
            out.number(ref.step());
        } else if (expr instanceof Expr.Create create) {
            out.tag(2);
            out.text(create.owner());
            out.texts(create.params());
            out.list(create.args(), arg -> write(out, arg));
        } else if (expr instanceof Expr.StaticCall call) {
            out.tag(3);
            out.text(call.owner());
            out.text(call.name());
            out.texts(call.params());
            out.list(call.args(), arg -> write(out, arg));
        } else {
            writeRest(out, expr);
        }
    }

    private static void writeRest(WireWriter out, Expr expr) {
        if (expr instanceof Expr.Call call) {
            out.tag(4);
            write(out, call.receiver());
            out.text(call.owner());
            out.text(call.name());
            out.texts(call.params());
            out.list(call.args(), arg -> write(out, arg));
        } else if (expr instanceof Expr.Constant constant) {
            out.tag(5);
            out.text(constant.owner());
            out.text(constant.field());
        } else if (expr instanceof Expr.Many many) {
            out.tag(6);
            out.text(many.shape());
            out.text(many.component());
            out.list(many.items(), item -> write(out, item));
        } else if (expr instanceof Expr.Function function) {
            out.tag(7);
            out.text(function.type());
            out.number(function.arity());
            write(out, function.result());
        }
    }

    private static Expr expr(WireReader in) {
        return in.nested(() -> switch (in.tag()) {
            case 0 -> new Expr.Literal(in.text(), in.text());
            case 1 -> new Expr.Ref((int) in.number());
            case 2 -> new Expr.Create(in.text(), in.texts(), in.list(() -> expr(in)));
            case 3 -> new Expr.StaticCall(in.text(), in.text(), in.texts(), in.list(() -> expr(in)));
            case 4 -> new Expr.Call(expr(in), in.text(), in.text(), in.texts(), in.list(() -> expr(in)));
            case 5 -> new Expr.Constant(in.text(), in.text());
            case 6 -> new Expr.Many(in.text(), in.text(), in.list(() -> expr(in)));
            case 7 -> new Expr.Function(in.text(), (int) in.number(), expr(in));
            default -> throw new IllegalArgumentException("no such expression");
        });
    }

    static void write(WireWriter out, Outcome outcome) {
        out.tag(outcome.ending().ordinal());
        out.number(outcome.step());
        out.text(outcome.seen());
        out.list(outcome.chain(), thrown -> write(out, thrown));
    }

    static Outcome outcome(WireReader in) {
        return new Outcome(one(Ending.values(), in.tag()), (int) in.number(), in.text(), in.list(() -> thrown(in)));
    }

    static void write(WireWriter out, Thrown thrown) {
        out.text(thrown.type());
        out.text(thrown.message());
        out.text(thrown.className());
        out.text(thrown.method());
        out.number(thrown.line());
    }

    static Thrown thrown(WireReader in) {
        return new Thrown(in.text(), in.text(), in.text(), in.text(), (int) in.number());
    }

    static <T> T one(T[] values, int ordinal) {
        if (ordinal < 0 || ordinal >= values.length) {
            throw new IllegalArgumentException("no such value");
        }
        return values[ordinal];
    }
}
