package org.lanyard.reader;

import java.util.List;
import org.lanyard.reader.frame.Middle;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;

/**
 * Content of one frame of a camera.
 *
 * @param codes     the most central first
 * @param unread    middles of symbols that were found but not read
 * @param sharpness mean brightness difference in the middle part: rises while something comes into focus there
 */
record View(Middle middle, List<Sighting> codes, List<Corner> unread, double sharpness) {

    boolean unreadNearerThan(Sighting code) {
        double distance = middle.distance(code);
        return unread.stream().anyMatch(symbol -> middle.distance(symbol) < distance);
    }
}
