package desk;

/** What is printed on a badge. */
public final class Badge {
    private final Members members;

    public Badge(Members members) {
        this.members = members;
    }

    public String text(String mail) {
        Members.Member member = members.find(mail);
        return member.name() + ", " + member.city();
    }

    public static void main(String[] args) {
        Members members = new Members();
        members.add("Ann@example.org", new Members.Member("Ann", "Bern"));
        System.out.println(new Badge(members).text(args[0]));
    }
}
