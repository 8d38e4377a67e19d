package web;

public class Address {
    /** What stands before the colon; all of it where there is none. */
    public static String host(String address) {
        return address.substring(0, address.indexOf(':'));
    }
}
