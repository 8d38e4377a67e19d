package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes objects of the project's own classes, and brings them into a state by a few calls. */
final class ObjectMaker {
    private final Universe universe;
    private final Maker maker;
    private final Random random;
    private final Draft draft;

    ObjectMaker(Universe universe, Maker maker, Random random, Draft draft) {
        this.universe = universe;
        this.maker = maker;
        this.random = random;
        this.draft = draft;
    }

    /** Something the scenario has already made, or an accessor's view of it; empty when there is none or by chance. */
    Optional<Expr> existing(Class<?> wanted) {
        boolean own = universe.owns(wanted);
        if (draft.results().isEmpty() || random.nextInt(100) >= (own ? 60 : 25)) {
            return Optional.empty();
        }
        List<Expr> found = new ArrayList<>();
        for (Draft.Made made : draft.results()) {
            Expr.Ref ref = new Expr.Ref(made.step());
            if (own ? wanted.isAssignableFrom(made.type()) : wanted == made.type()) {
                found.add(ref);
            } else if (!own && wanted != Object.class) {
                universe.accessors(made.type(), wanted)
                        .forEach(one -> found.add(Maker.invocation(ref, one, List.of())));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    Expr make(Class<?> wanted, int depth) throws Unbuildable {
        List<Class<?>> kinds = universe.concrete(wanted);
        if (kinds.isEmpty()) {
            throw new Unbuildable(wanted.getName());
        }
        Class<?> kind = kinds.get(kinds.get(0) == wanted && random.nextInt(3) > 0 ? 0 : random.nextInt(kinds.size()));
        Expr made = one(kind, depth);
        if (universe.mutators(kind).isEmpty() || made instanceof Expr.Constant) {
            return made;
        }
        Expr.Ref ref = draft.add(made, kind, kind);
        prepare(ref, kind, depth <= 2 ? random.nextInt(4) : 0, depth);
        return ref;
    }

    Expr receiver(Class<?> type) throws Unbuildable {
        List<Class<?>> kinds = universe.concrete(type);
        if (kinds.isEmpty()) {
            throw new Unbuildable(type.getName());
        }
        Class<?> kind = kinds.get(random.nextInt(3) > 0 ? 0 : random.nextInt(kinds.size()));
        Expr made = one(kind, 0);
        return made instanceof Expr.Constant || made instanceof Expr.Ref ? made : draft.add(made, kind, kind);
    }

    /** Calls a few of an object's mutators; often one of them several times. */
    void prepare(Expr object, Class<?> kind, int calls, int depth) {
        List<Method> mutators = universe.mutators(kind);
        if (mutators.isEmpty()) {
            return;
        }
        Method next = mutators.get(random.nextInt(mutators.size()));
        for (int i = 0; i < calls; i++) {
            try {
                maker.call(object, next, depth + 1);
            } catch (Unbuildable skipped) {
                // another one may do
            }
            if (random.nextInt(100) < 55) {
                next = mutators.get(random.nextInt(mutators.size()));
            }
        }
    }

    void prepareStatics(Class<?> type, int calls) {
        List<Method> mutators = universe.mutators(type).stream()
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .toList();
        for (int i = 0; i < calls && !mutators.isEmpty(); i++) {
            try {
                maker.call(null, mutators.get(random.nextInt(mutators.size())), 1);
            } catch (Unbuildable skipped) {
                // another one may do
            }
        }
    }

    private Expr one(Class<?> kind, int depth) throws Unbuildable {
        List<Executable> makers = universe.makers(kind);
        List<Field> constants = universe.constants(kind);
        boolean constant = !constants.isEmpty() && (kind.isEnum() || makers.isEmpty() || random.nextInt(4) == 0);
        if (constant) {
            Field field = constants.get(random.nextInt(constants.size()));
            return new Expr.Constant(kind.getName(), field.getName());
        }
        if (makers.isEmpty()) {
            throw new Unbuildable(kind.getName());
        }
        Executable first = makers.get(random.nextInt(2) == 0 ? 0 : random.nextInt(makers.size()));
        try {
            return by(first, kind, depth);
        } catch (Unbuildable no) {
            return by(makers.get(0), kind, depth);
        }
    }

    private Expr by(Executable member, Class<?> kind, int depth) throws Unbuildable {
        List<Expr> args = maker.args(member, depth);
        return member instanceof Constructor
                ? new Expr.Create(kind.getName(), Maker.params(member), args)
                : Maker.invocation(null, (Method) member, args);
    }
}
