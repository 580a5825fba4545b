package org.lanyard.roster.format.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.lanyard.scan.NotPossible;

final class ZipContent {

    private static final int MOST_ENTRIES = 2000;
    // Unpacked, in bytes.
    private static final long MOST_BYTES = 768L << 20;
    private static final int MOST_RATIO = 200;
    private static final int SMALL = 1 << 20;
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final int PROLOG = 1024;

    private ZipContent() {}

    static FileKind kind(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = zip.stream().limit(MOST_ENTRIES).map(ZipEntry::getName).collect(Collectors.toSet());
            if (names.contains("xl/workbook.xml")) {
                return FileKind.XLSX;
            }
            if (names.contains("xl/workbook.bin")) {
                return FileKind.BINARY_EXCEL;
            }
            if (names.stream().anyMatch(name -> name.endsWith(".iwa") || name.equals("index.apxl"))) {
                return FileKind.NUMBERS;
            }
            if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
                return FileKind.WORD;
            }
            return isOds(zip) ? FileKind.ODS : FileKind.ZIP;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new NotPossible(damaged, "file.damaged-zip", file.getFileName());
        }
    }

    private static boolean isOds(ZipFile zip) throws IOException {
        ZipEntry type = zip.getEntry("mimetype");
        if (type == null || zip.getEntry("content.xml") == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(type)) {
            return new String(in.readNBytes(ODS.length()), StandardCharsets.US_ASCII).equals(ODS);
        }
    }

    /**
     * Unpacks everything once without keeping it, since a zip may lie about its sizes.
     *
     * @throws NotPossible when it would become too large, or declares entities of its own
     */
    static void check(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long total = 0;
            int count = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                total += size(zip, entries.nextElement(), MOST_BYTES - total);
                if (++count > MOST_ENTRIES || total >= MOST_BYTES) {
                    throw new NotPossible("file.zip-bomb", file.getFileName());
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new NotPossible(damaged, "file.damaged-zip", file.getFileName());
        }
    }

    private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        byte[] buffer = new byte[1 << 14];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] prolog = in.readNBytes(PROLOG);
            if (new String(prolog, StandardCharsets.ISO_8859_1).contains(DOCTYPE) && entry.getName().endsWith(".xml")) {
                throw new NotPossible("file.doctype", entry.getName());
            }
            size += prolog.length;
            for (int read = in.read(buffer); read >= 0 && size < most; read = in.read(buffer)) {
                size += read;
                if (size > SMALL && size > packed * MOST_RATIO) {
                    throw new NotPossible("file.zip-bomb", zip.getName().replaceFirst(".*[/\\\\]", ""));
                }
            }
        }
        return size;
    }
}
