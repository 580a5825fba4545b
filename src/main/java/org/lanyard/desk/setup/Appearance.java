package org.lanyard.desk.setup;

import java.util.List;
import java.util.Locale;

/** The window's appearance, as far as somebody may choose; each choice acts at once and is there at the next start. */
public interface Appearance {

    boolean dark();

    void dark(boolean chosen);

    List<Integer> textSizes();

    int textSize();

    void textSize(int percent);

    void language(Locale chosen);
}
