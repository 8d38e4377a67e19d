package people;

public class Person {
    private final String name;
    private final int born;

    public Person(String name, int born) {
        this.name = name;
        this.born = born;
    }

    public boolean sameAs(Person other) {
        return other != null && name == other.name && born == other.born;
    }
}
