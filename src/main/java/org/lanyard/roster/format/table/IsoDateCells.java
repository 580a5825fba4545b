package org.lanyard.roster.format.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.lanyard.scan.PrivateFile;

/**
 * Workbooks whose dates stand as ISO dates in cells of their own type ({@code t="d"}), which the library refuses to read:
 * a copy has them as texts.
 */
final class IsoDateCells {

    private static final Pattern DATE =
            Pattern.compile("(<c [^<>]*?\\bt=[\"'])d([\"'][^<>]*>)\\s*<v>([^<]*)</v>");
    private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00([.]0+)?)?Z?$");
    private static final String CELL_END = "</c>";
    private static final int CHUNK = 1 << 16;

    private IsoDateCells() {}

    static boolean isMeant(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("Unknown cell type") && message.endsWith(" d")) {
                return true;
            }
        }
        return false;
    }

    /** A copy, which the caller deletes. */
    static Path asTexts(Path file) throws IOException {
        Path copy = Files.createTempFile("roster", ".xlsx");
        try {
            PrivateFile.write(copy, out -> write(file, out));
        } catch (RuntimeException failed) {
            Files.delete(copy);
            throw failed;
        }
        return copy;
    }

    private static void write(Path file, OutputStream to) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile()); ZipOutputStream out = new ZipOutputStream(to)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    copy(in, out, entry.getName().startsWith("xl/worksheets/"));
                }
                out.closeEntry();
            }
        }
    }

    private static void copy(InputStream in, OutputStream out, boolean sheet) throws IOException {
        if (!sheet) {
            in.transferTo(out);
            return;
        }
        // byte for byte: what is looked for is ASCII
        Reader bytes = new InputStreamReader(in, StandardCharsets.ISO_8859_1);
        StringBuilder pending = new StringBuilder();
        char[] chunk = new char[CHUNK];
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            pending.append(chunk, 0, read);
            int whole = pending.lastIndexOf(CELL_END) + CELL_END.length();
            if (whole >= CELL_END.length()) {
                write(pending.substring(0, whole), out);
                pending.delete(0, whole);
            }
        }
        write(pending.toString(), out);
    }

    private static void write(String xml, OutputStream out) throws IOException {
        String texts =
                DATE.matcher(xml).replaceAll(cell -> Matcher.quoteReplacement(cell.group(1) + "inlineStr" + cell.group(2)
                        + "<is><t>" + MIDNIGHT.matcher(cell.group(3)).replaceAll("") + "</t></is>"));
        out.write(texts.getBytes(StandardCharsets.ISO_8859_1));
    }
}
