package ship;

/** A parcel: its weight in grams, its sides in centimetres. */
public record Parcel(int grams, int length, int width, int height) {
    public int girth() {
        return length + 2 * (width + height);
    }

    /** What is charged for: the weight, or the volume where it is light. */
    public int charged() {
        return Math.max(grams, length * width * height / 5);
    }
}
