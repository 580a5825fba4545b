package org.lanyard.desk.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.lanyard.scan.Folding;

/** Marks in a text what somebody searched for: each word of the search wherever it stands, ignoring accents and case. */
final class Marks {

    private Marks() {}

    static List<Node> pieces(String text, String query) {
        BitSet marked = marked(text, query);
        List<Node> pieces = new ArrayList<>();
        for (int from = 0; from < text.length();) {
            boolean mark = marked.get(from);
            int to = mark ? marked.nextClearBit(from) : marked.nextSetBit(from);
            to = to < 0 || to > text.length() ? text.length() : to;
            Text piece = new Text(text.substring(from, to));
            piece.getStyleClass().add(mark ? "mark" : "plain");
            pieces.add(piece);
            from = to;
        }
        return pieces;
    }

    // Folding may make two letters of one, so each folded letter remembers where it came from.
    private static BitSet marked(String text, String query) {
        StringBuilder folded = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < text.length();) {
            int next = text.offsetByCodePoints(i, 1);
            String piece = Folding.fold(text.substring(i, next));
            for (int k = 0; k < piece.length(); k++) {
                origins.add(i);
            }
            folded.append(piece);
            i = next;
        }
        BitSet marked = new BitSet(text.length());
        for (String word : Folding.fold(query.strip()).split("\\s+")) {
            for (int at = folded.indexOf(word); !word.isEmpty() && at >= 0; at = folded.indexOf(word, at + 1)) {
                int last = origins.get(at + word.length() - 1);
                marked.set(origins.get(at), text.offsetByCodePoints(last, 1));
            }
        }
        return marked;
    }
}
