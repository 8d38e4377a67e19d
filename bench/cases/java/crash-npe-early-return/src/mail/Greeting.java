package mail;

public class Greeting {
    public String subject(String name) {
        if (name == null) {
            return "";
        }
        return "Hello " + name.trim();
    }

    public String body(String text) {
        return text.trim() + ".";
    }
}
