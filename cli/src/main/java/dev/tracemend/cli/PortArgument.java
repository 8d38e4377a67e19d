package dev.tracemend.cli;

/** A port that a user typed. */
final class PortArgument {
    private static final int HIGHEST = 65_535;

    private PortArgument() {}

    static void check(String flag, int port, int lowest) {
        if (port < lowest || port > HIGHEST) {
            throw CommandFailure.configuration(
                    flag + " " + port + " is not usable: a port is a number from " + lowest + " to " + HIGHEST);
        }
    }
}
