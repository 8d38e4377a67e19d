package paint;

public class Palette {
    public enum Colour { RED, GREEN }

    public static Colour parse(String name) {
        return Colour.valueOf(name);
    }
}
