package org.lanyard.desk.setup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.PreparedCorrections;
import org.lanyard.roster.Roster;
import org.lanyard.roster.Terms;
import org.lanyard.roster.TermsChange;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Conference;
import org.lanyard.scan.LimitedInput;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.venue.Preparation;
import org.lanyard.venue.PreparedStation;
import org.lanyard.venue.PreparedTerms;

/** Writes and reads the file that prepares another station. Waits for the disk and the writer. */
public final class PreparationFile {

    public static final String ENDING = ".lanyard";

    private static final String ROSTER = "roster.json";
    private static final String STATION = "station.json";
    // Files of earlier versions have none.
    private static final String CORRECTIONS = "corrections.json";
    // Of one part, unpacked; and how much more that may be than what is packed.
    private static final long MOST_BYTES = 256_000_000;
    private static final long MOST_RATIO = 100;
    private static final long SMALL = 20_000;
    private static final int MOST_SETTINGS_BYTES = 2_000_000;

    private final Roster roster;
    private final RosterFiles files;
    private final Preparation preparation;
    private final PreparedCorrections corrections;

    public PreparationFile(Roster roster, RosterFiles files, Preparation preparation, PreparedCorrections corrections) {
        this.corrections = corrections;
        this.roster = roster;
        this.files = files;
        this.preparation = preparation;
    }

    /**
     * A file as it was read, with everything that it would change here.
     *
     * @param corrections by leads, which stand
     */
    public record Offer(Path file, PreparedStation station, PreparedStation.Summary summary, ImportReport people,
            int corrections) {}

    public void write(Conference conference, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(STATION));
        zip.write(preparation.write(conference, roster.products(conference), false,
                terms(roster.terms(conference))).getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry(ROSTER));
        files.exportUnused(conference, zip);
        zip.putNextEntry(new ZipEntry(CORRECTIONS));
        zip.write(corrections.write(conference).getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private static PreparedTerms terms(Terms terms) {
        return new PreparedTerms(terms.redeemAfterEntry(), terms.everybodyOut(), terms.currency());
    }

    /** Changes nothing. */
    public Offer read(Path file) {
        return opened(file, zip -> {
            ImportReport people = people(zip, options().trial());
            String slug = people.conference();
            Conference there = new Conference(0, slug, slug, ZoneOffset.UTC, Conference.RedeemPer.ATTENDEE);
            try (InputStream rest = entry(zip, STATION)) {
                PreparedStation station = preparation
                        .read(new String(rest.readNBytes(MOST_SETTINGS_BYTES), StandardCharsets.UTF_8), there);
                return new Offer(file, station, preparation.summary(station, there), people,
                        corrections(zip).map(corrections::check).orElse(0));
            }
        });
    }

    /** Takes over what was accepted; staff and settings are those that were shown, whatever the file holds by now. */
    public Conference apply(Offer accepted) {
        ImportReport people = opened(accepted.file(), zip -> {
            Optional<String> standing = corrections(zip);
            standing.ifPresent(corrections::check);
            ImportReport report = people(zip, options());
            standing.ifPresent(text -> corrections.apply(roster.conference(report.conference()), text));
            return report;
        });
        Conference conference = roster.conference(people.conference());
        roster.set(conference, null, null, accepted.station().redeemPer());
        PreparedTerms terms = accepted.station().terms();
        roster.set(conference, new TermsChange(Optional.of(terms.redeemAfterEntry()), Optional.of(terms.everybodyOut()),
                terms.currency()));
        preparation.apply(accepted.station(), conference, roster.products(conference));
        return roster.conference(people.conference());
    }

    public Conference apply(byte[] kept) {
        try {
            Path file = Files.createTempFile("lanyard", ENDING);
            try {
                PrivateFile.write(file, out -> out.write(kept));
                return apply(read(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new NotPossible(failure, "file.unwritable", ENDING);
        }
    }

    public byte[] bytes(Conference conference) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(conference, bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ImportOptions options() {
        return ImportOptions.of(ImportOptions.Format.JSON, null);
    }

    private ImportReport people(ZipFile zip, ImportOptions options) throws IOException {
        try (InputStream people = entry(zip, ROSTER)) {
            return files.importStream(people, options, _ -> {});
        }
    }

    private static Optional<String> corrections(ZipFile zip) throws IOException {
        if (zip.getEntry(CORRECTIONS) == null) {
            return Optional.empty();
        }
        try (InputStream standing = entry(zip, CORRECTIONS)) {
            return Optional.of(new String(standing.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private interface Reading<T> {

        T of(ZipFile zip) throws IOException;
    }

    private static <T> T opened(Path file, Reading<T> reading) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.of(zip);
        } catch (ZipException other) {
            throw new NotPossible(other, "file.other-station", file.getFileName());
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", file.getFileName());
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("no " + name);
        }
        return new LimitedInput(zip.getInputStream(entry),
                Math.min(MOST_BYTES, MOST_RATIO * Math.max(entry.getCompressedSize(), SMALL)));
    }
}
