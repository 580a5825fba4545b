package org.lanyard.roster.format.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.lanyard.scan.NotPossible;

public final class TableFile {

    private final Predicate<List<Row>> hasHeader;
    private final ToIntFunction<String> headerWords;

    /**
     * @param hasHeader   tells a sheet with a known header by its first rows
     * @param headerWords counts known column names at the beginning of a text, to choose among encodings
     */
    public TableFile(Predicate<List<Row>> hasHeader, ToIntFunction<String> headerWords) {
        this.hasHeader = hasHeader;
        this.headerWords = headerWords;
    }

    public static FileKind kind(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), FileKind.HEAD)) {
            FileKind kind = FileKind.of(in.readNBytes(FileKind.HEAD));
            return kind == FileKind.ZIP ? ZipContent.kind(file) : kind;
        } catch (NoSuchFileException missing) {
            throw new NotPossible(missing, "file.missing", file);
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", file);
        }
    }

    /**
     * @param sheet    of a spreadsheet; empty for the first one with a known header
     * @param progress told the number of rows read; what it throws ends the reading
     * @throws NotPossible when it is no table, or a damaged or too large one
     */
    public RawTable read(Path file, Optional<String> sheet, LongConsumer progress) {
        FileKind kind = kind(file);
        try {
            return switch (kind) {
                case CSV -> text(Files.readAllBytes(checkedSize(file)), progress);
                case XLSX -> new XlsxFile(file, hasHeader).read(sheet, progress);
                case ODS -> new OdsFile(file, hasHeader).read(sheet, progress);
                default -> throw refusal(kind, file);
            };
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "file.unreadable", file);
        }
    }

    public RawTable text(byte[] bytes, LongConsumer progress) {
        TextEncoding.Decoded decoded = new TextEncoding(bytes, headerWords).decode();
        CsvText csv = CsvText.of(decoded.text());
        Limits rows = new Limits();
        csv.read(rows, progress);
        return new RawTable(new TableFacts(FileKind.CSV, Optional.of(decoded.encoding()), Optional.of(csv.delimiter()),
                Optional.empty(), List.of()), rows.rows(), rows.notices());
    }

    private static Path checkedSize(Path file) throws IOException {
        if (Files.size(file) > Limits.MOST_BYTES) {
            throw new NotPossible("file.large", file.getFileName(), Limits.MOST_BYTES >> 20);
        }
        return file;
    }

    public static NotPossible refusal(FileKind kind, Path file) {
        return new NotPossible(kind.refusal(), file.getFileName());
    }
}
