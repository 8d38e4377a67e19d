package mail;

/** What a list of messages shows of each. */
public class Preview {
    private static final int SHOWN = 40;

    public String line(String sender, String body) {
        return sender + ": " + shortened(body);
    }

    private String shortened(String body) {
        String flat = body.replace('\n', ' ').trim();
        return flat.substring(0, SHOWN);
    }
}
