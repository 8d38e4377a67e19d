package dev.tracemend.agent.judge.script;

import dev.tracemend.agent.repair.script.ScriptFault;
import dev.tracemend.agent.repair.script.ScriptPlace;
import dev.tracemend.agent.repair.script.Suspect;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a runner found out about a checkout.
 *
 * @param problem why its tests could not be run to their end; empty where they could
 * @param framework what ran the tests
 * @param reproducible whether a failing test or a call shows the failure
 * @param reproducer source that makes it happen; may be empty
 * @param flaky tests that ended differently when run again
 * @param wanted tests that must pass afterwards
 * @param faults what the failing tests failed with, the wanted ones first
 */
record ScriptOpening(
        String problem,
        String framework,
        boolean reproducible,
        String reproducer,
        List<String> flaky,
        int inputs,
        List<String> passed,
        List<String> failed,
        List<String> wanted,
        List<ScriptFault> faults,
        List<Suspect> suspects) {

    ScriptOpening {
        flaky = List.copyOf(flaky);
        passed = List.copyOf(passed);
        failed = List.copyOf(failed);
        wanted = List.copyOf(wanted);
        faults = List.copyOf(faults);
        suspects = List.copyOf(suspects);
    }

    /** Reads a runner's answer. @throws RuntimeException when it is malformed */
    static ScriptOpening of(List<String> answer) {
        Iterator<String> at = answer.iterator();
        if (!at.next().equals("opened")) {
            throw new IllegalArgumentException("the runner answered something else");
        }
        String problem = at.next();
        String framework = at.next();
        boolean reproducible = at.next().equals("1");
        String reproducer = at.next();
        List<String> flaky = at.next().lines().toList();
        int inputs = Integer.parseInt(at.next());
        List<String> passed = new ArrayList<>();
        for (int left = Integer.parseInt(at.next()); left > 0; left--) {
            passed.add(at.next());
        }
        List<String> failed = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        List<ScriptFault> first = new ArrayList<>();
        List<ScriptFault> others = new ArrayList<>();
        for (int left = Integer.parseInt(at.next()); left > 0; left--) {
            String name = at.next();
            failed.add(name);
            boolean must = at.next().equals("1");
            if (must) {
                wanted.add(name);
            }
            (must ? first : others).add(fault(at));
        }
        first.addAll(others);
        List<Suspect> suspects = new ArrayList<>();
        for (int left = Integer.parseInt(at.next()); left > 0; left--) {
            suspects.add(new Suspect(at.next(), Integer.parseInt(at.next()), Double.parseDouble(at.next())));
        }
        return new ScriptOpening(
                problem, framework, reproducible, reproducer, flaky, inputs, passed, failed, wanted, first, suspects);
    }

    private static ScriptFault fault(Iterator<String> at) {
        String type = at.next();
        String message = at.next();
        List<ScriptPlace> places = new ArrayList<>();
        for (int left = Integer.parseInt(at.next()); left > 0; left--) {
            String path = at.next();
            String function = at.next();
            places.add(new ScriptPlace(path, Integer.parseInt(at.next()), function));
        }
        return new ScriptFault(type, message, places);
    }
}
