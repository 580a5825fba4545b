package org.lanyard.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

enum FileKind {
    PICTURE, PDF, PASS, EMPTY("picture.empty"), HEIC("picture.heic"), AVIF("picture.avif"), JPEG2000("picture.jpeg2000"),
    SVG("picture.svg"), MAIL("picture.mail");

    // Readers of PDF accept a header within this many bytes.
    static final int BEGINNING = 1024;

    private static final List<String> AVIF_BRANDS = List.of("avif", "avis");
    private static final List<String> HEIC_BRANDS = List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final String JPEG2000_BOX = "\0\0\0\u000CjP  ";
    private static final String JPEG2000_STREAM = "\u00FFO\u00FFQ";
    private static final Pattern MAIL_HEADER = Pattern.compile("(?im)^(mime-version|received|return-path|content-type): ");

    private final String refusal;

    FileKind() {
        this("");
    }

    FileKind(String refusal) {
        this.refusal = refusal;
    }

    String refusal() {
        return refusal;
    }

    static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1));
        }
    }

    private static FileKind of(String beginning) {
        if (beginning.isEmpty()) {
            return EMPTY;
        }
        if (beginning.contains("%PDF-")) {
            return PDF;
        }
        if (beginning.startsWith("PK\u0003\u0004")) {
            return PASS;
        }
        if (beginning.startsWith("ftyp", 4)) {
            return brand(beginning);
        }
        if (beginning.startsWith(JPEG2000_BOX) || beginning.startsWith(JPEG2000_STREAM)) {
            return JPEG2000;
        }
        return text(beginning.toLowerCase(Locale.ROOT));
    }

    // The brands of an ISO base media file: the major one, and the compatible ones.
    private static FileKind brand(String beginning) {
        String brands = beginning.substring(8, Math.min(beginning.length(), 40));
        if (AVIF_BRANDS.stream().anyMatch(brands::contains)) {
            return AVIF;
        }
        return HEIC_BRANDS.stream().anyMatch(brands::contains) ? HEIC : PICTURE;
    }

    private static FileKind text(String beginning) {
        boolean xml = beginning.stripLeading().startsWith("<") || beginning.startsWith("\u00EF\u00BB\u00BF<");
        if (xml && beginning.contains("<svg")) {
            return SVG;
        }
        return MAIL_HEADER.matcher(beginning).results().limit(2).count() == 2 ? MAIL : PICTURE;
    }
}
