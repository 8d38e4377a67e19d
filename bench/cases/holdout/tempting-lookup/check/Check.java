import desk.Badge;
import desk.Members;

public final class Check {
    public static void main(String[] args) {
        Members members = new Members();
        members.add("Ann@example.org", new Members.Member("Ann", "Bern"));
        members.add("bob@example.org", new Members.Member("Bob", "Oslo"));
        for (String mail : new String[] {"Ann@example.org", "ann@example.org", "ANN@EXAMPLE.ORG"}) {
            if (!new Badge(members).text(mail).equals("Ann, Bern")) {
                throw new AssertionError(mail + ": " + new Badge(members).text(mail));
            }
        }
        if (!new Badge(members).text("bob@example.org").equals("Bob, Oslo")) {
            throw new AssertionError("Bob");
        }
    }
}
