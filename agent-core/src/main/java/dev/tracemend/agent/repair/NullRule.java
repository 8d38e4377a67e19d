package dev.tracemend.agent.repair;

import java.util.List;
import java.util.Optional;

/** A null that was used: corrects where it came from, else how it is used, else guards the place. */
final class NullRule implements CrashRule {
    private static final int MOST_PLACES = 4;

    @Override
    public boolean fits(Crash crash) {
        return crash.is("NullPointerException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Optional<HelpfulMessage> message = HelpfulMessage.parse(scene.crash().message());
        List<NullPlace> places = NullPlace.find(scene.site(), scene.crash(), message);
        NullSource source = new NullSource(scene, out);
        NullUse use = new NullUse(out);
        double fit = 1;
        for (NullPlace place : places.stream().limit(MOST_PLACES).toList()) {
            source.follow(place.file(), place.nullable(), place.user(), fit, 0);
            use.propose(place, fit);
            fit *= 0.8;
        }
    }
}
