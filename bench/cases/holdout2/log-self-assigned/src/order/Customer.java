package order;

public class Customer {
    private final String name;
    private String city;

    public Customer(String name, String town) {
        this.name = name;
        this.city = city;
    }

    public String name() {
        return name;
    }

    public String city() {
        return city;
    }
}
