package org.lanyard.roster.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.lanyard.roster.StatedRoster;

/** A whole roster as a short text, for another station: the JSON form, compressed, in Base64. */
public final class RosterState {

    private RosterState() {}

    public static String write(StatedRoster roster) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            new StatedRosterFile(roster).json(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    public static StatedRoster read(String text) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return JsonRoster.read(in, _ -> {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
