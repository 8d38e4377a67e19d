import java.util.ArrayList;
import java.util.List;

public class Playlist {
    private final List<String> songs;

    public Playlist(List<String> songs) {
        this.songs = songs;
    }

    public void add(String song) {
        songs.add(song);
    }

    public List<String> songs() {
        return List.copyOf(songs);
    }
}
