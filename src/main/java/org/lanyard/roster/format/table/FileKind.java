package org.lanyard.roster.format.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

public enum FileKind {

    CSV(""), XLSX(""), ODS(""), JSON("file.kind.json"),
    ZIP("file.kind.zip"),
    OLD_EXCEL("file.kind.old_excel"),
    EXCEL_XML("file.kind.excel_xml"),
    HTML("file.kind.html"),
    XML("file.kind.xml"),
    PDF("file.kind.pdf"),
    NUMBERS("file.kind.numbers"),
    WORD("file.kind.word"),
    BINARY_EXCEL("file.kind.binary_excel"),
    RTF("file.kind.rtf"),
    PICTURE("file.kind.picture"),
    DATABASE("file.kind.database"),
    GZIP("file.kind.gzip"),
    CALENDAR("file.kind.calendar"),
    BINARY("file.kind.binary");

    public static final int HEAD = 4096;

    private static final List<Magic> MAGIC = List.of(new Magic("PK\u0003\u0004", ZIP), new Magic("PK\u0005\u0006", ZIP),
            new Magic("\u00D0\u00CF\u0011\u00E0", OLD_EXCEL), new Magic("\u0009\u0008\u0010\u0000", OLD_EXCEL),
            new Magic("%PDF", PDF), new Magic("\u0089PNG", PICTURE), new Magic("\u00FF\u00D8\u00FF", PICTURE),
            new Magic("GIF8", PICTURE), new Magic("SQLite format 3", DATABASE), new Magic("\u001F\u008B", GZIP),
            new Magic("{\\rtf", RTF), new Magic("BEGIN:VC", CALENDAR));
    private static final List<String> UTF_16 = List.of("\u00FE\u00FF", "\u00FF\u00FE");

    private final String refusal;

    FileKind(String refusal) {
        this.refusal = refusal;
    }

    /** Key of the sentence that says what the file is and how to save it. */
    String refusal() {
        return refusal;
    }

    private record Magic(String start, FileKind kind) {}

    public boolean isTable() {
        return this == CSV || this == XLSX || this == ODS;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param head the file's first bytes; what a zip holds is not looked at */
    public static FileKind of(byte[] head) {
        byte[] start = head.length > HEAD ? Arrays.copyOf(head, HEAD) : head;
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        Optional<Magic> magic = MAGIC.stream().filter(each -> bytes.startsWith(each.start)).findFirst();
        if (magic.isPresent()) {
            return magic.get().kind();
        }
        if (UTF_16.stream().anyMatch(bytes::startsWith)) {
            return ofText(new String(start, StandardCharsets.UTF_16));
        }
        return bytes.indexOf('\0') >= 0 ? BINARY : ofText(new String(start, StandardCharsets.UTF_8));
    }

    private static FileKind ofText(String text) {
        String begin = text.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("{") || begin.startsWith("[{")) {
            return JSON;
        }
        if (!begin.startsWith("<")) {
            return CSV;
        }
        if (begin.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return EXCEL_XML;
        }
        boolean html = Stream.of("<html", "<!doctype html", "<table", "<meta", "<div", "<body").anyMatch(begin::contains);
        return html ? HTML : XML;
    }
}
