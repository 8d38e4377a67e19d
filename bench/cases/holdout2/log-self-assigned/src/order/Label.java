package order;

import java.util.Locale;

/** What is glued on a parcel. */
public class Label {
    public String text(Customer customer) {
        return customer.name() + "\n" + customer.city().toUpperCase(Locale.ROOT);
    }
}
